#include <fcntl.h>
#include <signal.h>
#include <spawn.h>

#include "csketch.h"

int csketch_spawn(const csketch_command *command, int32_t *number) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addchdir_np(&actions, command->folder);
  if (command->input < 0) {
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  } else {
    posix_spawn_file_actions_adddup2(&actions, command->input, 0);
  }
  for (int place = 1; place <= 2; place++) {
    if (command->output < 0) {
      posix_spawn_file_actions_addopen(&actions, place, "/dev/null", O_WRONLY, 0);
    } else {
      posix_spawn_file_actions_adddup2(&actions, command->output, place);
    }
  }
  short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
  // Sockets and files of ours are no business of a compiler's, or a sketch's.
#ifdef __linux__
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#else
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  sigset_t signals;
  sigfillset(&signals);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, flags);
  pid_t started = 0;
  const int problem = posix_spawn(
      &started, command->path, &actions, &attributes, command->arguments, command->environment);
  *number = started;
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return problem;
}
