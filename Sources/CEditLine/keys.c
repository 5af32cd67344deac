#include "edit.h"

bool fb_fill(fb_edit *e, int wait_ms) {
  struct pollfd ready = {e->in, POLLIN, 0};
  if (wait_ms >= 0 && poll(&ready, 1, wait_ms) <= 0) return false;
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

// The next byte a person meant. What is pasted stays one line: ends of lines within it become a
// space, those at its rim nothing, and its control characters do not command.
int fb_next_key(fb_edit *e) {
  for (int c; (c = fb_next_byte(e)) >= 0;) {
    if (!e->pasting && !(c == ESCAPE && fb_follows(e, "[200~"))) return c;
    if (!e->pasting) {
      e->pasting = true;
      e->pasted = e->gap = false;
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
