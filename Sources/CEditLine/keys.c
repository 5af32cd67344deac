#include "edit.h"

bool fb_fill(fb_edit *e, int wait_ms) {
  struct pollfd ready = {e->in, POLLIN, 0};
  if (wait_ms >= 0) {
    int found;
    // A window that is resized meanwhile is no end of the wait.
    do found = poll(&ready, 1, wait_ms);
    while (found < 0 && errno == EINTR);
    if (found <= 0) return false;
  }
  memmove(e->buffer, e->buffer + e->head, e->tail - e->head);
  e->tail -= e->head;
  e->head = 0;
  ssize_t got = read(e->in, e->buffer + e->tail, sizeof e->buffer - e->tail);
  if (got > 0) e->tail += (size_t)got;
  // A terminal that hung up says EIO: as final as an end.
  else if (got == 0 || (errno != EAGAIN && errno != EINTR)) e->outcome = FB_EOF;
  return got > 0;
}

int fb_next_byte(fb_edit *e) {
  while (e->head == e->tail) {
    struct pollfd ready[] = {{e->wake_read, POLLIN, 0}, {e->in, POLLIN, 0}};
    if (e->in < 0) {
      e->outcome = FB_ERROR;  // poll would wait for ever.
    } else if (poll(ready, 2, -1) < 0) {
      if (errno == EINTR) continue;
      e->outcome = FB_ERROR;
    } else if (ready[0].revents) {
      e->outcome = fb_heed(e);
    } else if (ready[1].revents & POLLNVAL) {
      e->outcome = FB_ERROR;
    } else {
      fb_fill(e, -1);
    }
    if (e->outcome) return -1;
  }
  return e->buffer[e->head++];
}

bool fb_follows(fb_edit *e, const char *sequence) {
  size_t length = strlen(sequence);
  for (size_t i = 0; i < length; i++) {
    if (e->head + i == e->tail && !fb_fill(e, ESCAPE_WAIT_MS)) return false;
    if (e->buffer[e->head + i] != (unsigned char)sequence[i]) return false;
  }
  e->head += length;
  return true;
}

void fb_edit_drop_enters(fb_edit *e) {
  if (!isatty(e->in)) return;
  struct pollfd ready = {e->in, POLLIN, 0};
  while (e->tail - e->head < sizeof e->buffer && poll(&ready, 1, 0) > 0 && fb_fill(e, 0)) {}
  while (e->head < e->tail && (e->buffer[e->head] == '\r' || e->buffer[e->head] == '\n')) e->head++;
}

bool fb_in_token(int c) {
  return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

// Whether the paste that begins holds a token. Looks as far as the buffer holds.
static bool pastes_token(fb_edit *e) {
  int letters = 0;
  for (size_t i = e->head; i < sizeof e->buffer; i++) {
    if (i == e->tail) {
      size_t before = e->tail - e->head;
      if (!fb_fill(e, SEQUENCE_WAIT_MS)) return false;
      i = before;  // The buffer begins at its head now.
    }
    unsigned char c = e->buffer[i];
    if (c == ESCAPE) return false;
    letters = fb_in_token(c) ? letters + 1 : 0;
    if (letters >= TOKEN_LETTERS) return true;
  }
  return false;
}

// The next byte a person meant. What is pasted stays one line: ends of lines within it become a
// space, those at its rim nothing, and its control characters do not command.
int fb_next_key(fb_edit *e) {
  for (int c; (c = fb_next_byte(e)) >= 0;) {
    if (!e->pasting && !(c == ESCAPE && fb_follows(e, "[200~"))) return c;
    if (!e->pasting) {
      e->pasting = true;
      e->pasted = e->gap = false;
      e->conceals = e->mode == FB_EDITED && pastes_token(e);
    } else if (c == ESCAPE && fb_follows(e, "[201~")) {
      e->pasting = false;
    } else if (c == CTRL_C && e->head == e->tail) {
      e->pasting = false;  // Typed, not pasted: the end of the paste was lost on the way.
      return c;
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

// A byte of the sequence, or -1 when no more came.
static int next_part(fb_edit *e, int wait_ms) {
  if (e->head == e->tail && !fb_fill(e, wait_ms)) return -1;
  return e->buffer[e->head++];
}

// The rest of a sequence that ends in a letter, as a text; the buffer holds the first part.
static void take_control(fb_edit *e, char *text, size_t size) {
  size_t length = strlen(text);
  for (int c; (c = next_part(e, SEQUENCE_WAIT_MS)) >= 0;) {
    if (c < ' ') {  // No sequence has one: it is a key by itself.
      e->head--;
      return;
    }
    if (length + 1 < size) text[length++] = (char)c;
    text[length] = 0;
    bool doubled = c == '[' && length == 2;  // F1 to F5 of the Linux console: ESC [ [ A.
    if (c >= '@' && c <= '~' && !doubled) return;
  }
}

// What a terminal answers or says by itself: up to BEL, or to ESC and a backslash.
static void drop_string(fb_edit *e) {
  for (int c, before = 0; (c = next_part(e, SEQUENCE_WAIT_MS)) >= 0; before = c)
    if (c == '\a' || (before == ESCAPE && c == '\\')) return;
}

// Keys as xterm, rxvt, the Linux console, screen and tmux send them (ncurses' terminfo, 6.4), and
// what libedit's own keys have for them.
static const struct {
  const char *sequence, *meant;
} keys[] = {
    {"[A", "\20"}, {"OA", "\20"}, {"[B", "\16"}, {"OB", "\16"},      // up, down
    {"[C", "\6"}, {"OC", "\6"}, {"[D", "\2"}, {"OD", "\2"},          // right, left
    {"[H", "\1"}, {"OH", "\1"}, {"[1~", "\1"}, {"[7~", "\1"},        // Home
    {"[F", "\5"}, {"OF", "\5"}, {"[4~", "\5"}, {"[8~", "\5"},        // End
    {"[3~", "\33[3~"},                                              // Delete
    {"[1;5D", "\33b"}, {"[1;3D", "\33b"}, {"Od", "\33b"}, {"[5D", "\33b"}, {"b", "\33b"},
    {"[1;5C", "\33f"}, {"[1;3C", "\33f"}, {"Oc", "\33f"}, {"[5C", "\33f"}, {"f", "\33f"},
    {"d", "\33d"}, {"[3;5~", "\33d"}, {"\177", "\33\177"}, {"\10", "\33\177"},
};

const char *fb_key_meant(fb_edit *e) {
  char text[16] = "";
  int c = next_part(e, ESCAPE_WAIT_MS);
  while (c == ESCAPE) c = next_part(e, ESCAPE_WAIT_MS);  // Alt with a key that sends a sequence.
  if (c < 0) return "";
  text[0] = (char)c;
  if (c == '[' || c == 'O') take_control(e, text, sizeof text);
  else if (c == ']' || c == 'P' || c == '_' || c == '^' || c == 'X') drop_string(e);
  else if (c < ' ' && c != '\b') e->head--;  // Escape, and then a key by itself.
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (strcmp(keys[i].sequence, text) == 0) return keys[i].meant;
  return "";
}
