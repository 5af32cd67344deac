#include "edit.h"

#include <sys/ioctl.h>
#include <wchar.h>

void fb_put(fb_edit *e, const char *text) {
  if (e->fout && e->mode == FB_EDITED) {
    fputs(text, e->fout);
    fflush(e->fout);
    return;
  }
  for (size_t left = strlen(text); left > 0;) {
    ssize_t done = write(e->out, text, left);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    text += done;
    left -= (size_t)done;
  }
}

bool fb_draws(const fb_edit *e) { return e->mode == FB_EDITED || e->mode == FB_HIDDEN; }

void fb_mark_pastes(fb_edit *e, bool on) {
  if (fb_draws(e)) fb_put(e, on ? "\033[?2004h" : "\033[?2004l");
}

static int columns(fb_edit *e) {
  struct winsize size;
  return ioctl(e->out, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

static size_t place_after(size_t place, wchar_t letter, size_t width) {
  int wide = wcwidth(letter);
  if (wide < 0) wide = 2;  // libedit shows a control character as ^X.
  if (place % width + (size_t)wide > width) place += width - place % width;
  return place + (size_t)wide;
}

// The row, counted from the prompt's, on which the letter before `end` of the line stands.
static int row_of(fb_edit *e, const LineInfoW *line, const wchar_t *end) {
  size_t width = (size_t)columns(e), place = 0;
  bool shown = true;
  mbstate_t state = {0};
  for (const char *p = e->prompt; *p;) {
    wchar_t letter;
    size_t used = mbrtowc(&letter, p, strlen(p), &state);
    if (used == 0 || used > 4) break;
    if (letter == 1) shown = !shown;
    else if (shown) place = place_after(place, letter, width);
    p += used;
  }
  for (const wchar_t *p = line->buffer; p < end; p++) place = place_after(place, *p, width);
  return (int)(place / width);
}

static void move_rows(fb_edit *e, int rows, char direction) {
  char text[16];
  snprintf(text, sizeof text, "\033[%d%c", rows, direction);
  if (rows > 0) fb_put(e, text);
}

void fb_lift(fb_edit *e) {
  if (e->mode == FB_EDITED) {
    const LineInfoW *line = el_wline(e->el);
    move_rows(e, row_of(e, line, line->cursor), 'A');
  }
  if (fb_draws(e)) fb_put(e, "\r\033[J");
  else if (*e->prompt) fb_put(e, "\r\n");
}

void fb_redraw(fb_edit *e) {
  if (e->mode == FB_EDITED) el_set(e->el, EL_REFRESH);
  else fb_put(e, e->prompt);
}

void fb_edit_above(fb_edit *e, const char *text, bool keep) {
  if (keep && e->mode == FB_EDITED) {
    const LineInfoW *line = el_wline(e->el);
    move_rows(e, row_of(e, line, line->lastchar) - row_of(e, line, line->cursor), 'B');
    fb_put(e, "\r\n");
  } else {
    fb_lift(e);
  }
  fb_put(e, text);
  fb_redraw(e);
}

void fb_edit_beep(fb_edit *e) { fb_put(e, "\a"); }

void fb_edit_replace(fb_edit *e, size_t delete_scalars, const char *insert) {
  if (e->mode != FB_EDITED) return;
  el_deletestr(e->el, (int)delete_scalars);
  if (*insert) el_insertstr(e->el, insert);
}
