#include "cfirmware.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"

// The very file that the practice device's `copies.inc` compiles.
static const char text[] = {
#embed "../CDeviceOS/sketch/footbridge.ino"
};

#pragma clang diagnostic pop

const char *cfirmware_template(size_t *length) {
  *length = sizeof(text);
  return text;
}
