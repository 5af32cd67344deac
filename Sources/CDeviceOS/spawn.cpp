#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine.h"

// Between `fork` and `exec` nothing but system calls is made, as other threads of this process may
// have held any lock.

/// What the child needs, put together before it is there.
struct Birth {
  const csketch_command *command;
  char uidMap[64], gidMap[64];
  /// What the child writes to if it does not become the program: an error number.
  int report;
};

static void closeAbove(int last, int kept) {
#ifdef __linux__
  if (kept > last + 1) close_range(static_cast<unsigned>(last + 1), static_cast<unsigned>(kept - 1), 0);
  close_range(static_cast<unsigned>(kept + 1), ~0u, 0);
#else
  for (int file = last + 1; file < getdtablesize(); file++) {
    if (file != kept) close(file);
  }
#endif
}

/// The open files: 0 what it reads, 1 and 2 what it prints to.
static bool arrange(const csketch_command *command) {
  const int input = command->input < 0 ? open("/dev/null", O_RDONLY) : command->input;
  const int output = command->output < 0 ? open("/dev/null", O_WRONLY) : command->output;
  return dup2(input, 0) == 0 && dup2(output, 1) == 1 && dup2(output, 2) == 2;
}

[[noreturn]] static void becomeProgram(const Birth &birth) {
  const csketch_command *command = birth.command;
  setpgid(0, 0);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  if (arrange(command)) {
    closeAbove(2, birth.report);
    if (csketch_confine(command, birth.uidMap, birth.gidMap) >= 0) {
      // Only now, so that nothing interrupts what is above.
      sigset_t none;
      sigemptyset(&none);
      sigprocmask(SIG_SETMASK, &none, nullptr);
      execve(command->path, command->arguments, command->environment);
    }
  }
  const int problem = errno;
  [[maybe_unused]] const ssize_t count = ::write(birth.report, &problem, sizeof(problem));
  _exit(127);
}

/// Makes the child with all signals held back: none of our own handlers is to run in it.
static pid_t give(const Birth &birth) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t child = fork();
  if (child == 0) becomeProgram(birth);
  const int problem = errno;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = problem;
  return child;
}

static void prepare(Birth &birth) {
  snprintf(birth.uidMap, sizeof(birth.uidMap), "%u %u 1\n", geteuid(), geteuid());
  snprintf(birth.gidMap, sizeof(birth.gidMap), "%u %u 1\n", getegid(), getegid());
}

static bool openReport(int (&ends)[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC) == 0;
#else
  if (pipe(ends) != 0) return false;
  for (int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  return true;
#endif
}

int csketch_spawn(const csketch_command *command, int32_t *number) {
  int ends[2];
  if (!openReport(ends)) return errno;
  Birth birth{command, {}, {}, ends[1]};
  prepare(birth);
  const pid_t child = give(birth);
  int problem = child < 0 ? errno : 0;
  close(ends[1]);
  // The end of the pipe means that the program runs: it was closed by `exec`.
  ssize_t count = -1;
  while (child > 0 && (count = ::read(ends[0], &problem, sizeof(problem))) < 0 && errno == EINTR) {
  }
  close(ends[0]);
  if (child > 0 && count > 0) {
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  if (problem == 0) *number = child;
  return problem;
}

int csketch_confinement(const csketch_command *command) {
  Birth birth{command, {}, {}, -1};
  prepare(birth);
  const pid_t child = fork();
  if (child == 0) {
    const int held = csketch_confine(command, birth.uidMap, birth.gidMap);
    _exit(held < 0 ? 0 : held);
  }
  int status = 0;
  if (child < 0) return 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}
