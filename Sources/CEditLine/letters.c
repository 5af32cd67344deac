// libedit, asked for lines and fed with letters.
#include "edit.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static fb_edit *owner(EditLine *el) {
  void *e = NULL;
  el_get(el, EL_CLIENTDATA, &e);
  return e;
}

static char *prompt_of(EditLine *el) { return (char *)owner(el)->prompt; }

// The most letters in a row between two places that a token may hold.
static int longest_run(const wchar_t *p, const wchar_t *end) {
  int letters = 0, most = 0;
  for (; p < end; p++) {
    letters = *p < 0x80 && fb_in_token((int)*p) ? letters + 1 : 0;
    if (letters > most) most = letters;
  }
  return most;
}

// Whether the line holds a token, now that the byte was typed: the one that ends it, or Enter.
static bool shows_token(EditLine *el, int byte) {
  const LineInfoW *line = el_wline(el);
  if (byte == '\r' || byte == '\n')
    return longest_run(line->buffer, line->lastchar) >= TOKEN_LETTERS;
  if (!fb_in_token(byte) || line->cursor != line->lastchar) return false;
  const wchar_t *first = line->lastchar - (TOKEN_LETTERS - 1);
  return first >= line->buffer && longest_run(first, line->lastchar) == TOKEN_LETTERS - 1;
}

// Takes the line off the screen, and reads it on unseen. Goes on where all of it was taken back.
static void conceal(fb_edit *e) {
  const LineInfo *line = el_line(e->el);
  size_t length = (size_t)(line->lastchar - line->buffer);
  char *typed = strndup(line->buffer, length);
  fb_wipe((void *)line->buffer, length);
  fb_lift(e);
  for (const char *p = e->prompt; *p; p++)
    if (*p != '\1') fputc(*p, e->fout);
  fb_put(e, "********");
  const LineInfoW *letters = el_wline(e->el);
  size_t count = (size_t)(letters->lastchar - letters->buffer);
  el_cursor(e->el, (int)(letters->lastchar - letters->cursor));
  el_deletestr(e->el, (int)count);
  fb_wipe((void *)letters->buffer, count * sizeof *letters->buffer);
  e->outcome = fb_read_concealed(e, typed ? typed : "");
  if (typed) fb_wipe(typed, strlen(typed));
  free(typed);
  if (e->outcome) return;
  fb_put(e, "\r\033[J");
  fb_redraw(e);
}

// libedit asks for one character; bytes that are no UTF-8 show as U+FFFD instead of vanishing.
static int next_letter(EditLine *el, wchar_t *letter) {
  fb_edit *e = owner(el);
  mbstate_t state = {0};
  if (*e->meant) {
    *letter = (wchar_t)*e->meant++;
    return 1;
  }
  for (int c; (c = fb_next_key(e)) >= 0;) {
    if (c == ESCAPE) {
      e->meant = fb_key_meant(e);
      if (!*e->meant) continue;
      *letter = (wchar_t)*e->meant++;
      return 1;
    }
    if (c == CTRL_C) {
      e->outcome = FB_INTERRUPT;
      return 0;
    }
    if (e->conceals || shows_token(el, c)) {
      e->head--;
      conceal(e);
      if (e->outcome) return 0;
      continue;
    }
    char byte = (char)c;
    bool first = mbsinit(&state);
    size_t used = mbrtowc(letter, &byte, 1, &state);
    if (used == (size_t)-2) continue;
    if (used == (size_t)-1) {
      if (!first) e->head--;  // The byte that broke the letter may begin the next one.
      *letter = 0xFFFD;
    }
    const LineInfoW *line = el_wline(el);
    if (*letter < ' ' || (size_t)(line->lastchar - line->buffer) < e->limit / 4) return 1;
    fb_edit_beep(e);
    memset(&state, 0, sizeof state);
  }
  return 0;
}

static unsigned char on_tab(EditLine *el, int key) {
  (void)key;
  fb_edit *e = owner(el);
  const LineInfo *line = el_line(el);
  char *copy = strndup(line->buffer, (size_t)(line->lastchar - line->buffer));
  size_t cursor = (size_t)(line->cursor - line->buffer);
  if (copy && e->callbacks.complete) e->callbacks.complete(e->callbacks.context, copy, cursor);
  free(copy);
  return CC_REFRESH;
}

// The letters are UTF-8 whatever the locale is called: C, or none, becomes C.UTF-8.
static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

bool fb_start_libedit(fb_edit *e) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, choose_locale);
  e->fin = fdopen(dup(e->in), "r");
  e->fout = fdopen(dup(e->out), "w");
  if (!e->fin || !e->fout) return false;
  e->el = el_init("footbridge", e->fin, e->fout, e->fout);
  if (!e->el) return false;
  el_set(e->el, EL_CLIENTDATA, e);
  el_set(e->el, EL_EDITOR, "emacs");
  // libedit's own handlers signal the whole process group again.
  el_set(e->el, EL_SIGNAL, 0);
  el_set(e->el, EL_PROMPT_ESC, prompt_of, '\1');
  el_set(e->el, EL_GETCFN, next_letter);
  // Ctrl-C comes as a byte, in order with the others; the signal is for `kill -INT`.
  el_set(e->el, EL_SETTY, "-d", "-intr", NULL);
  el_set(e->el, EL_HIST, history, e->history);
  el_set(e->el, EL_ADDFN, "fb-complete", "Complete what is being typed", on_tab);
  el_set(e->el, EL_BIND, "^I", "fb-complete", NULL);
  el_set(e->el, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return true;
}
