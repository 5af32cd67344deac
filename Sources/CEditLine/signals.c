// A handler only writes the signal's number to the running read's pipe; the read then heeds it.
#include "edit.h"

#include <pthread.h>

static const int CAUGHT[] = {SIGINT, SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};
enum { CAUGHT_COUNT = sizeof CAUGHT / sizeof *CAUGHT };
static struct sigaction before_read[CAUGHT_COUNT];
static volatile sig_atomic_t running_pipe = -1;

static void note_signal(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  if (running_pipe >= 0 && write(running_pipe, &byte, 1) < 0) { /* A full pipe wakes as well. */ }
  errno = kept;
}

void fb_catch_signals(fb_edit *e) {
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
void fb_release_signals(fb_edit *e) {
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

// Puts the terminal back as it was found, and stops like any program.
static void stop_here(fb_edit *e) {
  if (e->mode == FB_EDITED) el_set(e->el, EL_PREP_TERM, 0);
  fb_mark_pastes(e, false);
  if (e->mode != FB_PLAIN) fb_set_terminal(e->in, &e->found);
  struct sigaction plain = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &plain, &ours);
  // A thread of a dispatch queue has all signals blocked, and would never stop.
  sigset_t stop, blocked;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &blocked);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &blocked, NULL);
  sigaction(SIGTSTP, &ours, NULL);
}

// The shell may have left the terminal in any state.
static void go_on(fb_edit *e) {
  if (e->mode == FB_HIDDEN || e->mode == FB_HIDDEN_PLAIN) fb_set_terminal(e->in, &e->silent);
  // libedit believes that it still has the terminal raw: off first, then on.
  if (e->mode == FB_EDITED) {
    el_set(e->el, EL_PREP_TERM, 0);
    el_set(e->el, EL_PREP_TERM, 1);
  }
  fb_mark_pastes(e, true);
}

fb_outcome fb_heed(fb_edit *e) {
  unsigned char byte = 0;
  if (read(e->wake_read, &byte, 1) != 1) return 0;
  if (byte == 0) {
    bool ends = e->callbacks.woken && e->callbacks.woken(e->callbacks.context);
    return ends ? FB_WAKE : 0;
  }
  if (byte == SIGINT) return FB_INTERRUPT;
  if (ends_the_program(byte)) {
    e->signal = byte;
    return FB_TERMINATED;
  }
  if (byte == SIGWINCH && e->mode == FB_EDITED) {
    fb_lift(e);
    el_resize(e->el);
    fb_redraw(e);
  } else if (byte == SIGTSTP) {
    stop_here(e);
    go_on(e);
  } else if (byte == SIGCONT) {
    go_on(e);
    if (fb_draws(e)) fb_put(e, "\r\033[J");
    fb_redraw(e);
  }
  return 0;
}
