// No echo between reads: what is typed or pasted while nothing is asked, a token perhaps, stays
// unseen until a prompt takes it. However the program ends, the terminal is then as it was found.
#include "edit.h"

static const int ENDING[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
enum { ENDING_COUNT = sizeof ENDING / sizeof *ENDING };
static volatile sig_atomic_t quiet_terminal = -1;
static volatile sig_atomic_t marked_screen = -1;
static struct termios found;

// In the background it is another's by now, and to change it would stop this program.
static bool is_ours(void) {
  pid_t foreground = quiet_terminal < 0 ? -1 : tcgetpgrp(quiet_terminal);
  return quiet_terminal >= 0 && (foreground < 0 || foreground == getpgrp());
}

static void mark(const char *sequence) {
  int screen = marked_screen;
  if (screen >= 0 && write(screen, sequence, strlen(sequence)) < 0) { /* It is gone. */ }
}

void fb_give_back(void) {
  if (!is_ours()) return;
  tcsetattr(quiet_terminal, TCSANOW, &found);
  mark("\033[?2004l");
}

static void give_back_and_end(int number) {
  fb_give_back();
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigaction(number, &plain, NULL);
  raise(number);
}

// Stops like any program, and is quiet again once it goes on.
static void give_back_and_stop(int number) {
  int kept = errno;
  fb_give_back();
  struct sigaction plain = {.sa_handler = SIG_DFL}, ours;
  sigaction(number, &plain, &ours);
  raise(number);
  sigaction(number, &ours, NULL);
  if (is_ours()) {
    fb_be_quiet(quiet_terminal);
    mark("\033[?2004h");
  }
  errno = kept;
}

static void heed_stops(bool on) {
  struct sigaction now, ours = {.sa_handler = give_back_and_stop, .sa_flags = SA_RESTART | SA_NODEFER};
  sigaction(SIGTSTP, NULL, &now);
  if (on && now.sa_handler == SIG_DFL) sigaction(SIGTSTP, &ours, NULL);
  if (!on && now.sa_handler == give_back_and_stop) {
    now.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &now, NULL);
  }
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

const struct termios *fb_found(int in) {
  return quiet_terminal >= 0 && in == quiet_terminal ? &found : NULL;
}

void fb_be_quiet(int in) {
  if (in != quiet_terminal) return;
  struct termios quiet = found;
  quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
  fb_set_terminal(in, &quiet);
}

void fb_keep_marking(fb_edit *e) {
  if (e->in != quiet_terminal) fb_mark_pastes(e, false);
  else if (fb_draws(e)) marked_screen = e->out;
}

void fb_edit_quiet(fb_edit *e) {
  if (quiet_terminal >= 0 || tcgetattr(e->in, &found) != 0) return;
  quiet_terminal = e->in;
  change_meaning(SIG_DFL);
  heed_stops(true);
  fb_be_quiet(e->in);
}

void fb_edit_unquiet(fb_edit *e) {
  if (quiet_terminal != e->in) return;
  fb_give_back();
  quiet_terminal = marked_screen = -1;
  heed_stops(false);
  change_meaning(give_back_and_end);
}

// Only a build that measures which lines are reached has it: what it counted is written at the end.
#ifdef __ELF__
extern int __llvm_profile_write_file(void) __attribute__((weak));
static void keep_coverage(void) {
  if (__llvm_profile_write_file) __llvm_profile_write_file();
}
#else
static void keep_coverage(void) {}
#endif

void fb_end_process(int code) {
  fb_give_back();
  keep_coverage();
  _exit(code);
}
