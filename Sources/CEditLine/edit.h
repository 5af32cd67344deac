#pragma once
// What the files of this target share; nobody outside sees it.
#define _GNU_SOURCE
#include "ceditline.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// How long the rest of an escape sequence may take after its first byte, and after a second one
// that leaves no doubt that it is one.
enum { ESCAPE_WAIT_MS = 50, SEQUENCE_WAIT_MS = 500, CTRL_C = 3, CTRL_D = 4, CTRL_U = 21, ESCAPE = 27, DELETE = 127 };

// So many letters and digits in a row are taken for a token: Blynk's have 32, Particle's 40.
enum { TOKEN_LETTERS = 32 };

struct fb_edit {
  int in, out, wake_read, wake_write;
  EditLine *el;
  History *history;
  FILE *fin, *fout;
  /// The terminal as it was before the read, and as it is while a hidden line is read.
  struct termios found, silent;
  const char *prompt;
  fb_mode mode;
  fb_callbacks callbacks;
  fb_outcome outcome;
  int signal;
  unsigned char buffer[4096];
  size_t head, tail;
  bool pasting, pasted, gap;
  /// What is pasted looks like a token: the rest of the line is not shown.
  bool conceals;
  /// What a key that sends a sequence stands for, still to be handed on.
  const char *meant;
  char *text;
  size_t length, limit;
};

/// Signals go to the running read's pipe from one call to the other.
void fb_catch_signals(fb_edit *edit);
void fb_release_signals(fb_edit *edit);
/// What the next byte in the pipe asks for; 0 goes on reading.
fb_outcome fb_heed(fb_edit *edit);

/// The signal means again what it means by itself; one that ends the program gives a quiet
/// terminal back first.
void fb_mean_by_itself(int number);
/// The terminal as it was before it was made quiet; NULL where it was not.
const struct termios *fb_found(int in);
/// Echo off again after a read, where the terminal is to be quiet.
void fb_be_quiet(int in);

/// Writes to the screen.
void fb_put(fb_edit *edit, const char *text);
/// Asks the terminal to mark what is pasted, where escape codes may be written.
void fb_mark_pastes(fb_edit *edit, bool on);
/// No more marks after a read; a quiet terminal keeps them, as it may be pasted to at any time.
void fb_keep_marking(fb_edit *edit);
/// Whether escape codes may be written.
bool fb_draws(const fb_edit *edit);
/// Changes the terminal, whatever signals come meanwhile.
bool fb_set_terminal(int fd, const struct termios *modes);
/// Overwrites bytes, and is never optimised away.
void fb_wipe(void *bytes, size_t count);
/// Takes prompt and half-typed line off the screen, the cursor to where they began.
void fb_lift(fb_edit *edit);
/// Draws prompt and half-typed line where the cursor is.
void fb_redraw(fb_edit *edit);

/// Reads what there is behind the bytes already held; false after `wait_ms` without any, or at
/// the end.
bool fb_fill(fb_edit *edit, int wait_ms);
/// The next byte, or -1 with the outcome set.
int fb_next_byte(fb_edit *edit);
/// Takes the sequence if it comes next.
bool fb_follows(fb_edit *edit, const char *sequence);
/// Whether a token may hold it.
bool fb_in_token(int byte);
/// Reads on without showing anything, to the end of the line.
/// @return 0 when all of it was taken back.
fb_outcome fb_read_concealed(fb_edit *edit, const char *typed);
/// The next byte that a person meant, paste brackets taken away; or -1 with the outcome set.
int fb_next_key(fb_edit *edit);

/// Takes the sequence that an escape byte began off the keyboard, all of it.
/// @return what libedit does the same for: as bytes; "" for a key that means nothing here.
const char *fb_key_meant(fb_edit *edit);

/// Makes the libedit side, at the first line that needs it.
bool fb_start_libedit(fb_edit *edit);
