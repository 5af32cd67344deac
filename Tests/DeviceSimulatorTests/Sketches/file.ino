//> lacks files
#include <fcntl.h>
void setup() {
  int file = open("/usr/log.txt", O_CREAT | O_RDWR, 0664);
  write(file, "boot", 4);
}

void loop() {}
