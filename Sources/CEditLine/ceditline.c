#include "edit.h"

#include <pthread.h>

static pthread_mutex_t one_reader = PTHREAD_MUTEX_INITIALIZER;

void fb_wipe(void *bytes, size_t count) {
  for (volatile unsigned char *p = bytes; count > 0; count--) *p++ = 0;
}

bool fb_set_terminal(int fd, const struct termios *modes) {
  int done;
  do done = tcsetattr(fd, TCSADRAIN, modes);
  while (done != 0 && errno == EINTR);
  return done == 0;
}

// All of the buffer but what is still to be read.
static void wipe_read(fb_edit *e) {
  fb_wipe(e->buffer, e->head);
  fb_wipe(e->buffer + e->tail, sizeof e->buffer - e->tail);
}

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
  if (!e->el && !fb_start_libedit(e)) return FB_ERROR;
  el_resize(e->el);
  // libedit would draw the prompt first, and a key pressed at once would be echoed by the system.
  el_set(e->el, EL_PREP_TERM, 1);
  fb_mark_pastes(e, true);
  int count = 0;
  const char *line = el_gets(e->el, &count);
  fb_keep_marking(e);
  if (e->outcome) {
    fb_put(e, e->outcome == FB_INTERRUPT ? "^C\r\n" : "\r\n");
    return e->outcome;
  }
  if (!line || count <= 0) {
    fb_put(e, "\r\n");
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

static fb_outcome read_hidden_keys(fb_edit *e) {
  bool visible = e->mode == FB_EDITED;  // Such a line is visible again once nothing is left of it.
  for (int c; (c = fb_next_key(e)) >= 0;) {
    if (c == '\r' || c == '\n') return append(e, 0), FB_LINE;
    if (c == CTRL_C) return FB_INTERRUPT;
    if (c == CTRL_D && e->length == 0) return FB_EOF;
    if (c == CTRL_U) clear_text(e);
    else if (c == '\b' || c == DELETE) erase_letter(e);
    else if (c == ESCAPE) fb_key_meant(e);  // An arrow key must not leave its letters in a token.
    else if (c >= ' ') append(e, c);
    if (visible && e->length == 0) return 0;
  }
  return e->outcome;
}

static fb_outcome read_hidden(fb_edit *e) {
  e->silent = e->found;
  e->silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON);
  e->silent.c_cc[VINTR] = _POSIX_VDISABLE;
  e->silent.c_cc[VMIN] = 1;
  e->silent.c_cc[VTIME] = 0;
  if (!fb_set_terminal(e->in, &e->silent)) return FB_ERROR;
  fb_mark_pastes(e, true);
  fb_put(e, e->prompt);
  fb_outcome outcome = read_hidden_keys(e);
  fb_keep_marking(e);
  fb_put(e, "\r\n");
  wipe_read(e);
  return outcome;
}

fb_outcome fb_read_concealed(fb_edit *e, const char *typed) {
  e->conceals = false;
  for (; *typed; typed++) append(e, (unsigned char)*typed);
  fb_outcome outcome = read_hidden_keys(e);
  wipe_read(e);
  if (!outcome) clear_text(e);
  return outcome == FB_LINE ? FB_CONCEALED_LINE : outcome;
}

static fb_outcome read_plain(fb_edit *e) {
  // A terminal that draws nothing by itself has the system show what is typed.
  if (fb_found(e->in)) fb_set_terminal(e->in, &e->found);
  fb_put(e, e->prompt);
  for (int c; (c = fb_next_byte(e)) >= 0;) {
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

fb_outcome fb_edit_read(
    fb_edit *e, const char *prompt, fb_mode mode, const fb_callbacks *callbacks) {
  pthread_mutex_lock(&one_reader);
  clear_text(e);
  const struct termios *found = fb_found(e->in);
  if (found) e->found = *found;
  bool terminal = found || tcgetattr(e->in, &e->found) == 0;
  e->prompt = prompt;
  e->mode = terminal ? mode : FB_PLAIN;
  e->callbacks = *callbacks;
  e->outcome = 0;
  e->pasting = e->conceals = false;
  e->meant = "";
  fb_catch_signals(e);
  fb_outcome outcome = e->mode == FB_EDITED  ? read_edited(e)
                       : e->mode == FB_PLAIN ? read_plain(e)
                                             : read_hidden(e);
  // Whatever happened, the terminal is as between reads before anyone hears of it.
  if (found) fb_be_quiet(e->in);
  else if (terminal) fb_set_terminal(e->in, &e->found);
  e->prompt = "";
  fb_release_signals(e);
  pthread_mutex_unlock(&one_reader);
  return outcome;
}

const char *fb_edit_text(const fb_edit *e) { return e->text ? e->text : ""; }

void fb_edit_forget(fb_edit *e) {
  if (e->text) fb_wipe(e->text, e->length ? e->length : strlen(e->text));
}

int fb_edit_signal(const fb_edit *e) { return e->signal; }

void fb_edit_wake(fb_edit *e) {
  unsigned char none = 0;
  if (write(e->wake_write, &none, 1) < 0) { /* A full pipe wakes as well. */ }
}

void fb_hold_standard_descriptors(void) {
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
      open("/dev/null", fd == STDOUT_FILENO ? O_RDONLY : O_RDWR);
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
  // libedit would leave the terminal as it was at the first read, which may have been quiet.
  struct termios now;
  bool terminal = tcgetattr(e->in, &now) == 0;
  if (e->el) el_end(e->el);
  if (terminal) fb_set_terminal(e->in, &now);
  history_end(e->history);
  if (e->fin) fclose(e->fin);
  if (e->fout) fclose(e->fout);
  close(e->wake_read);
  close(e->wake_write);
  free(e);
}
