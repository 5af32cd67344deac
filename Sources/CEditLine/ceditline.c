#define _GNU_SOURCE
#include "ceditline.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// How long the rest of an escape sequence may take after its first byte.
enum { ESCAPE_WAIT_MS = 50, CTRL_C = 3, CTRL_D = 4, CTRL_U = 21, ESCAPE = 27, DELETE = 127 };
static const char PASTE_ON[] = "\033[?2004h", PASTE_OFF[] = "\033[?2004l";

struct fb_edit {
  int in, out, wake_read, wake_write;
  EditLine *el;
  History *history;
  FILE *fin, *fout;
  const char *prompt;
  fb_mode mode;
  fb_callbacks callbacks;
  fb_outcome outcome;
  int signal;
  unsigned char buffer[4096];
  size_t head, tail;
  bool pasting, pasted, gap;
  char *text;
  size_t length, limit;
};

// MARK: signals: a handler only writes the signal's number to the running read's pipe.

static const int CAUGHT[] = {SIGINT, SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};
enum { CAUGHT_COUNT = sizeof CAUGHT / sizeof *CAUGHT };
static struct sigaction before_read[CAUGHT_COUNT];
static volatile sig_atomic_t running_pipe = -1;
static pthread_mutex_t one_reader = PTHREAD_MUTEX_INITIALIZER;

static void note_signal(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  if (running_pipe >= 0 && write(running_pipe, &byte, 1) < 0) { /* A full pipe wakes as well. */ }
  errno = kept;
}

static void catch_signals(fb_edit *e) {
  struct sigaction ours = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
  sigfillset(&ours.sa_mask);
  running_pipe = e->wake_write;
  for (int i = 0; i < CAUGHT_COUNT; i++) {
    sigaction(CAUGHT[i], &ours, &before_read[i]);
    // What was ignored from the start (nohup) stays ignored.
    if (before_read[i].sa_handler == SIG_IGN) sigaction(CAUGHT[i], &before_read[i], NULL);
  }
}

static bool ends_the_program(int number) {
  return number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

// A signal that came after the line was complete goes to whoever handles it between reads.
static void release_signals(fb_edit *e) {
  for (int i = 0; i < CAUGHT_COUNT; i++) sigaction(CAUGHT[i], &before_read[i], NULL);
  running_pipe = -1;
  unsigned char byte;
  bool woken = false;
  while (read(e->wake_read, &byte, 1) == 1) {
    if (byte == 0) woken = true;
    else if (byte == SIGINT || ends_the_program(byte)) kill(getpid(), byte);
  }
  if (woken) fb_edit_wake(e);
}

// MARK: drawing

static void put(fb_edit *e, const char *text) {
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
  if (rows > 0) put(e, text);
}

static void lift(fb_edit *e) {
  if (e->mode == FB_EDITED) {
    const LineInfoW *line = el_wline(e->el);
    move_rows(e, row_of(e, line, line->cursor), 'A');
  }
  put(e, e->mode == FB_PLAIN ? "\n" : "\r\033[J");
}

static void redraw(fb_edit *e) {
  if (e->mode == FB_EDITED) el_set(e->el, EL_REFRESH);
  else put(e, e->prompt);
}

void fb_edit_above(fb_edit *e, const char *text, bool keep) {
  if (keep && e->mode == FB_EDITED) {
    const LineInfoW *line = el_wline(e->el);
    move_rows(e, row_of(e, line, line->lastchar) - row_of(e, line, line->cursor), 'B');
    put(e, "\r\n");
  } else {
    lift(e);
  }
  put(e, text);
  redraw(e);
}

void fb_edit_beep(fb_edit *e) { put(e, "\a"); }

void fb_edit_replace(fb_edit *e, size_t delete_scalars, const char *insert) {
  if (e->mode != FB_EDITED) return;
  el_deletestr(e->el, (int)delete_scalars);
  if (*insert) el_insertstr(e->el, insert);
}

// MARK: the keyboard

// Puts the terminal back as it was, stops like any program, and goes on when told to.
static void stop_here(fb_edit *e, struct termios *here) {
  if (e->mode == FB_EDITED) el_set(e->el, EL_PREP_TERM, 0);
  if (e->mode != FB_PLAIN) put(e, PASTE_OFF);
  struct sigaction plain = {.sa_handler = SIG_DFL}, ours;
  tcgetattr(e->in, here);
  struct termios cooked = *here;
  cooked.c_lflag |= ICANON | ECHO;
  if (e->mode == FB_HIDDEN) tcsetattr(e->in, TCSADRAIN, &cooked);
  sigaction(SIGTSTP, &plain, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

static void go_on(fb_edit *e, const struct termios *here) {
  if (e->mode == FB_HIDDEN) tcsetattr(e->in, TCSADRAIN, here);
  // The shell left the terminal cooked while libedit believes it raw: off first, then on.
  if (e->mode == FB_EDITED) {
    el_set(e->el, EL_PREP_TERM, 0);
    el_set(e->el, EL_PREP_TERM, 1);
  }
  if (e->mode != FB_PLAIN) put(e, PASTE_ON);
}

// What a byte in the pipe asks for; 0 goes on reading.
static fb_outcome heed(fb_edit *e) {
  unsigned char byte = 0;
  struct termios here;
  if (read(e->wake_read, &byte, 1) != 1) return 0;
  if (byte == 0) return e->callbacks.woken && e->callbacks.woken(e->callbacks.context) ? FB_WAKE : 0;
  if (byte == SIGINT) return FB_INTERRUPT;
  if (ends_the_program(byte)) {
    e->signal = byte;
    return FB_TERMINATED;
  }
  if (byte == SIGWINCH && e->mode == FB_EDITED) {
    lift(e);
    el_resize(e->el);
    redraw(e);
  } else if (byte == SIGTSTP) {
    stop_here(e, &here);
    go_on(e, &here);
  } else if (byte == SIGCONT) {
    if (e->mode == FB_EDITED && tcgetattr(e->in, &here) == 0) go_on(e, &here);
    put(e, e->mode == FB_PLAIN ? "" : "\r\033[J");
    redraw(e);
  }
  return 0;
}

// Reads what there is behind the bytes already held. False after `wait_ms` without any, or at the end.
static bool fill(fb_edit *e, int wait_ms) {
  struct pollfd ready = {e->in, POLLIN, 0};
  if (wait_ms >= 0 && poll(&ready, 1, wait_ms) <= 0) return false;
  memmove(e->buffer, e->buffer + e->head, e->tail - e->head);
  e->tail -= e->head;
  e->head = 0;
  ssize_t got = read(e->in, e->buffer + e->tail, sizeof e->buffer - e->tail);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return true;
  if (got > 0) e->tail += (size_t)got;
  else e->outcome = FB_EOF;  // A terminal that hung up says EIO: as final as an end.
  return got > 0;
}

// The next byte, or -1 with the outcome set.
static int next_byte(fb_edit *e) {
  while (e->head == e->tail) {
    struct pollfd ready[] = {{e->wake_read, POLLIN, 0}, {e->in, POLLIN, 0}};
    if (poll(ready, 2, -1) < 0) {
      if (errno == EINTR) continue;
      e->outcome = FB_ERROR;
    } else if (ready[0].revents) {
      e->outcome = heed(e);
    } else if (ready[1].revents & POLLNVAL) {
      e->outcome = FB_ERROR;
    } else {
      fill(e, -1);
    }
    if (e->outcome) return -1;
  }
  return e->buffer[e->head++];
}

static bool follows(fb_edit *e, const char *sequence) {
  size_t length = strlen(sequence);
  for (size_t i = 0; i < length; i++) {
    if (e->head + i == e->tail && !fill(e, ESCAPE_WAIT_MS)) return false;
    if (e->buffer[e->head + i] != (unsigned char)sequence[i]) return false;
  }
  e->head += length;
  return true;
}

// The next byte a person meant. What is pasted stays one line: ends of lines within it become a
// space, those at its rim nothing, and its control characters do not command.
static int next_key(fb_edit *e) {
  for (int c; (c = next_byte(e)) >= 0;) {
    if (!e->pasting && !(c == ESCAPE && follows(e, "[200~"))) return c;
    if (!e->pasting) {
      e->pasting = true;
      e->pasted = e->gap = false;
    } else if (c == ESCAPE && follows(e, "[201~")) {
      e->pasting = false;
    } else if (c == '\r' || c == '\n' || c == '\t') {
      e->gap = true;
    } else if (e->gap && e->pasted) {
      e->gap = false;
      e->head--;
      return ' ';
    } else if (c >= ' ' && c != DELETE) {
      e->gap = false;
      e->pasted = true;
      return c;
    }
  }
  return -1;
}

// MARK: libedit

static fb_edit *owner(EditLine *el) {
  void *e = NULL;
  el_get(el, EL_CLIENTDATA, &e);
  return e;
}

static char *prompt_of(EditLine *el) { return (char *)owner(el)->prompt; }

// libedit asks for one character; bytes that are no UTF-8 show as U+FFFD instead of vanishing.
static int next_letter(EditLine *el, wchar_t *letter) {
  fb_edit *e = owner(el);
  mbstate_t state = {0};
  for (int c; (c = next_key(e)) >= 0;) {
    if (c == CTRL_C) {
      e->outcome = FB_INTERRUPT;
      return 0;
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
  size_t length = (size_t)(line->lastchar - line->buffer), cursor = (size_t)(line->cursor - line->buffer);
  char *copy = strndup(line->buffer, length);
  if (copy && e->callbacks.complete) e->callbacks.complete(e->callbacks.context, copy, cursor);
  free(copy);
  return CC_REFRESH;
}

// The letters are UTF-8 whatever the locale is called: C, or none, becomes C.UTF-8.
static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static bool start_libedit(fb_edit *e) {
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
  el_set(e->el, EL_SETTY, "-d", "intr=", NULL);
  el_set(e->el, EL_HIST, history, e->history);
  el_set(e->el, EL_ADDFN, "fb-complete", "Complete what is being typed", on_tab);
  el_set(e->el, EL_BIND, "^I", "fb-complete", NULL);
  el_set(e->el, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return true;
}

// MARK: reading

static void clear_text(fb_edit *e) {
  fb_edit_forget(e);
  free(e->text);
  e->text = NULL;
  e->length = 0;
}

// Bytes beyond the limit are dropped, to the end of the line.
static void append(fb_edit *e, int byte) {
  if (!e->text && !(e->text = malloc(e->limit + 1))) return;
  if (e->length < e->limit && byte != 0) e->text[e->length++] = (char)byte;
  e->text[e->length] = 0;
}

static fb_outcome read_edited(fb_edit *e) {
  if (!e->el && !start_libedit(e)) return FB_ERROR;
  el_resize(e->el);
  put(e, PASTE_ON);
  int count = 0;
  const char *line = el_gets(e->el, &count);
  put(e, PASTE_OFF);
  if (e->outcome) {
    put(e, e->outcome == FB_INTERRUPT ? "^C\r\n" : "\r\n");
    return e->outcome;
  }
  if (!line || count <= 0) {
    put(e, "\r\n");
    return FB_EOF;
  }
  // The count is wrong when a letter had no bytes; the text itself ends where it ends.
  e->text = strndup(line, strcspn(line, "\r\n"));
  return e->text ? FB_LINE : FB_ERROR;
}

static void erase_letter(fb_edit *e) {
  while (e->length > 0 && (e->text[--e->length] & 0xC0) == 0x80) {}
  if (e->text) e->text[e->length] = 0;
}

// An arrow key must not leave its letters in a token.
static void skip_sequence(fb_edit *e) {
  if (follows(e, "O")) {
    if (e->head < e->tail || fill(e, ESCAPE_WAIT_MS)) e->head++;
  } else if (follows(e, "[")) {
    while (e->head < e->tail || fill(e, ESCAPE_WAIT_MS)) {
      unsigned char c = e->buffer[e->head++];
      if (c >= '@' && c <= '~') return;
    }
  }
}

static fb_outcome read_hidden_keys(fb_edit *e) {
  for (int c; (c = next_key(e)) >= 0;) {
    if (c == '\r' || c == '\n') return append(e, 0), FB_LINE;
    if (c == CTRL_C) return FB_INTERRUPT;
    if (c == CTRL_D && e->length == 0) return FB_EOF;
    if (c == CTRL_U) clear_text(e);
    else if (c == '\b' || c == DELETE) erase_letter(e);
    else if (c == ESCAPE) skip_sequence(e);
    else if (c >= ' ') append(e, c);
  }
  return e->outcome;
}

static fb_outcome read_hidden(fb_edit *e, const struct termios *before) {
  struct termios silent = *before;
  silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON);
  silent.c_cc[VINTR] = _POSIX_VDISABLE;
  silent.c_cc[VMIN] = 1;
  silent.c_cc[VTIME] = 0;
  if (tcsetattr(e->in, TCSADRAIN, &silent) != 0) return FB_ERROR;
  put(e, PASTE_ON);
  put(e, e->prompt);
  fb_outcome outcome = read_hidden_keys(e);
  put(e, PASTE_OFF);
  put(e, "\r\n");
  return outcome;
}

static fb_outcome read_plain(fb_edit *e) {
  put(e, e->prompt);
  for (int c; (c = next_byte(e)) >= 0;) {
    if (c != '\n') {
      append(e, c);
      continue;
    }
    append(e, 0);
    if (e->length > 0 && e->text[e->length - 1] == '\r') e->text[--e->length] = 0;
    return FB_LINE;
  }
  return e->outcome == FB_EOF && e->length > 0 ? FB_LINE : e->outcome;
}

fb_outcome fb_edit_read(fb_edit *e, const char *prompt, fb_mode mode, const fb_callbacks *callbacks) {
  pthread_mutex_lock(&one_reader);
  clear_text(e);
  e->prompt = prompt;
  e->mode = mode;
  e->callbacks = *callbacks;
  e->outcome = 0;
  e->pasting = false;
  struct termios before;
  bool terminal = tcgetattr(e->in, &before) == 0;
  catch_signals(e);
  fb_outcome outcome = mode == FB_EDITED            ? read_edited(e)
                       : mode == FB_HIDDEN && terminal ? read_hidden(e, &before)
                                                       : read_plain(e);
  // Whatever happened, the terminal is as it was found before anyone hears of it.
  if (terminal) tcsetattr(e->in, TCSADRAIN, &before);
  e->prompt = "";
  release_signals(e);
  pthread_mutex_unlock(&one_reader);
  return outcome;
}

const char *fb_edit_text(const fb_edit *e) { return e->text ? e->text : ""; }
void fb_edit_forget(fb_edit *e) {
  if (e->text) explicit_bzero(e->text, e->length ? e->length : strlen(e->text));
}
int fb_edit_signal(const fb_edit *e) { return e->signal; }

void fb_edit_wake(fb_edit *e) {
  unsigned char none = 0;
  if (write(e->wake_write, &none, 1) < 0) { /* A full pipe wakes as well. */ }
}

// MARK: making and history

void fb_hold_standard_descriptors(void) {
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) open("/dev/null", O_RDWR);
}

fb_edit *fb_edit_make(int in, int out, size_t line_limit_bytes, int history_limit_lines) {
  fb_edit *e = calloc(1, sizeof *e);
  int ends[2] = {-1, -1};
  if (!e || pipe(ends) != 0) {
    free(e);
    return NULL;
  }
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  e->in = in;
  e->out = out;
  e->wake_read = ends[0];
  e->wake_write = ends[1];
  e->limit = line_limit_bytes;
  e->prompt = "";
  e->history = history_init();
  HistEvent event;
  history(e->history, &event, H_SETSIZE, history_limit_lines);
  history(e->history, &event, H_SETUNIQUE, 1);
  return e;
}

void fb_edit_free(fb_edit *e) {
  clear_text(e);
  if (e->el) el_end(e->el);
  history_end(e->history);
  if (e->fin) fclose(e->fin);
  if (e->fout) fclose(e->fout);
  close(e->wake_read);
  close(e->wake_write);
  free(e);
}

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
