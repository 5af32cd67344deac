// Signals as bytes in a pipe, between reads. A dispatch source would hear each signal for its first
// watcher only: libdispatch installs its handler once, and not again after it was taken away.
#include "edit.h"

#include <pthread.h>

static int ends[2] = {-1, -1};

static void make_pipe(void) {
  if (pipe(ends) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
}

static void note_watched(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  if (write(ends[1], &byte, 1) < 0) { /* A full pipe wakes as well. */ }
  errno = kept;
}

int fb_watched_signals(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_pipe);
  return ends[0];
}

bool fb_watch_signal(int number) {
  if (fb_watched_signals() < 0) return false;
  struct sigaction ours = {.sa_handler = note_watched, .sa_flags = SA_RESTART}, before;
  sigaction(number, &ours, &before);
  if (number != SIGHUP || before.sa_handler != SIG_IGN) return true;
  sigaction(number, &before, NULL);
  return false;
}

void fb_unwatch_signal(int number) { fb_mean_by_itself(number); }
