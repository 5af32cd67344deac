#include "edit.h"

bool fb_edit_load(fb_edit *e, const char *path) {
  HistEvent event;
  return history(e->history, &event, H_LOAD, path) >= 0;
}

bool fb_edit_save(fb_edit *e, const char *path) {
  char fresh[4096];
  if (snprintf(fresh, sizeof fresh, "%s.XXXXXX", path) >= (int)sizeof fresh) return false;
  int fd = mkstemp(fresh);  // Always 0600.
  FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
  if (!file) return false;
  HistEvent event;
  bool written = history(e->history, &event, H_SAVE_FP, file) >= 0;
  written = fclose(file) == 0 && written && rename(fresh, path) == 0;
  if (!written) unlink(fresh);
  return written;
}

void fb_edit_remember(fb_edit *e, const char *line) {
  HistEvent event;
  history(e->history, &event, H_ENTER, line);
}
