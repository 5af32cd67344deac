#ifndef FOOTBRIDGE_CMARKDOWN_H
#define FOOTBRIDGE_CMARKDOWN_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#endif
