// No echo between reads: what is typed or pasted while nothing is asked, a token perhaps, stays
// unseen until a prompt takes it. However the program ends, the terminal is then as it was found.
#include "edit.h"

static const int ENDING[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
enum { ENDING_COUNT = sizeof ENDING / sizeof *ENDING };
static volatile sig_atomic_t quiet_terminal = -1;
static volatile sig_atomic_t marked_screen = -1;
static struct termios found;

void fb_give_back(void) {
  static const char unmark[] = "\033[?2004l";
  if (quiet_terminal < 0) return;
  // In the background it is another's by now, and to change it would stop this program.
  pid_t foreground = tcgetpgrp(quiet_terminal);
  if (foreground >= 0 && foreground != getpgrp()) return;
  tcsetattr(quiet_terminal, TCSANOW, &found);
  if (marked_screen >= 0 && write(marked_screen, unmark, sizeof unmark - 1) < 0) { /* It is gone. */ }
  marked_screen = -1;
}

static void give_back_and_end(int number) {
  fb_give_back();
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigaction(number, &plain, NULL);
  raise(number);
}

static bool ends_quietly(int number) {
  for (int i = 0; i < ENDING_COUNT; i++)
    if (ENDING[i] == number) return quiet_terminal >= 0;
  return false;
}

void fb_mean_by_itself(int number) {
  struct sigaction plain = {.sa_handler = SIG_DFL};
  if (ends_quietly(number)) plain.sa_handler = give_back_and_end;
  sigaction(number, &plain, NULL);
}

static void change_meaning(void (*from)(int)) {
  for (int i = 0; i < ENDING_COUNT; i++) {
    struct sigaction now;
    sigaction(ENDING[i], NULL, &now);
    if (now.sa_handler == from) fb_mean_by_itself(ENDING[i]);
  }
}

const struct termios *fb_found(int in) { return in == quiet_terminal ? &found : NULL; }

void fb_be_quiet(int in) {
  if (in != quiet_terminal) return;
  struct termios quiet = found;
  quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
  tcsetattr(in, TCSADRAIN, &quiet);
}

void fb_keep_marking(fb_edit *e) {
  if (e->in != quiet_terminal) fb_mark_pastes(e, false);
  else if (fb_draws(e)) marked_screen = e->out;
}

void fb_edit_quiet(fb_edit *e) {
  static bool registered;
  if (quiet_terminal >= 0 || tcgetattr(e->in, &found) != 0) return;
  if (!registered) registered = atexit(fb_give_back) == 0;
  quiet_terminal = e->in;
  change_meaning(SIG_DFL);
  fb_be_quiet(e->in);
}

void fb_edit_unquiet(fb_edit *e) {
  if (quiet_terminal != e->in) return;
  fb_give_back();
  quiet_terminal = -1;
  change_meaning(give_back_and_end);
}
