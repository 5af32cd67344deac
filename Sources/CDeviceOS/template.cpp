#include "csketch.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"

// The very file that `copies.inc` compiles.
static const char text[] = {
#embed "sketch/footbridge.ino"
};

#pragma clang diagnostic pop

const char *csketch_template(size_t *length) {
  *length = sizeof(text);
  return text;
}
