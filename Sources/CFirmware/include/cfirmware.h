#pragma once

// The sketch's text, as the practice device has it compiled in. C only, so that Swift can read it.

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The text of the built-in sketch as it was compiled, in UTF-8, with its placeholders.
const char *cfirmware_template(size_t *length);

#ifdef __cplusplus
}
#endif
