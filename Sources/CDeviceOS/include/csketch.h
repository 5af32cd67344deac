#pragma once

// A sketch, compiled for this machine, as a practice device. C only, so that Swift can read it.
//
// A sketch keeps its state in globals, so one copy is one device. This program holds CSKETCH_COPIES
// copies of the built-in sketch; any other sketch is compiled into a program of its own, which runs
// once for each device. Both are driven through the same table of functions.
//
// A copy is used by one thread at a time. Texts that are handed out live until the next call.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One copy of the sketch, and the board it runs on.
typedef struct csketch_copy csketch_copy;

/// What the sketch meets in its surroundings, and the values it carries.
typedef struct csketch_host {
  /// Given to each callback.
  void *context;
  /// The time since the last reset.
  uint64_t (*milliseconds)(void *context);
  /// Whether the device is connected to the cloud.
  bool (*connected)(void *context);
  /// Sends an event that is within the limits of Device OS; false if the cloud does not take it.
  bool (*publish)(void *context, const char *name, const char *data);
  /// The kind of board, as in PLATFORM_ID.
  int32_t platform_id;
  /// What the built-in sketch reads as its sensor.
  double sensor_value;
  /// How long a sketch in a program of its own may keep its turn, in real time; then it is ended.
  uint32_t patience_milliseconds;
  const char *template_id;
  const char *template_name;
  const char *auth_token;
} csketch_host;

typedef enum csketch_type {
  CSKETCH_INT,
  CSKETCH_DOUBLE,
  CSKETCH_STRING,
  CSKETCH_BOOL
} csketch_type;

/// A cloud variable as it stands; `type` says which of the values counts.
typedef struct csketch_variable {
  csketch_type type;
  int32_t integer;
  double number;
  const char *text;
  bool truth;
} csketch_variable;

typedef enum csketch_end {
  /// The turn is over; the next one begins with `loop`.
  CSKETCH_IDLE,
  /// The sketch stands still in the middle of something.
  CSKETCH_WAITING,
  /// The sketch asked for a reset, and is over.
  CSKETCH_RESET,
  /// The sketch asked for safe mode, and is over.
  CSKETCH_SAFE_MODE,
  /// The sketch crashed, or never gave its turn back; its program is ended.
  CSKETCH_STUCK
} csketch_end;

/// How a turn of the sketch went.
typedef struct csketch_turn {
  csketch_end end;
  /// Whether the sketch tried to publish, so that another turn may be worth it.
  bool tried_to_publish;
  /// When it has something to do by itself; UINT64_MAX if it has not said.
  uint64_t wait_milliseconds;
} csketch_turn;

/// A call that was begun; the ticket is 0, and nothing was done, if there is no such function.
typedef struct csketch_call {
  uint64_t ticket;
  csketch_turn turn;
} csketch_call;

typedef struct csketch_api {
  /// How many copies there are.
  size_t copies;
  /// A copy that nobody else uses, or null if all are taken. It has no functions before `start`.
  csketch_copy *(*take)(void);
  /// Gives a copy back, or ends its program.
  void (*give_back)(csketch_copy *copy);
  /// Runs `setup`. The host's texts are copied. A program starts once, a built-in copy anew each
  /// time.
  csketch_turn (*start)(csketch_copy *copy, const csketch_host *host);
  /// Runs `loop` once, or goes on where the sketch waits.
  csketch_turn (*loop)(csketch_copy *copy);
  /// Calls a cloud function.
  csketch_call (*call)(csketch_copy *copy, const char *name, const char *argument);
  /// Whether the call is over, and what it returned. To be asked until it is.
  bool (*result)(csketch_copy *copy, uint64_t ticket, int32_t *result);
  /// Hands an event to the sketch's handlers.
  csketch_turn (*receive)(csketch_copy *copy, const char *name, const char *data);
  size_t (*function_count)(const csketch_copy *copy);
  const char *(*function_name)(const csketch_copy *copy, size_t index);
  /// What the events begin with that the sketch wants to hear of.
  size_t (*subscription_count)(const csketch_copy *copy);
  const char *(*subscription)(const csketch_copy *copy, size_t index);
  size_t (*variable_count)(const csketch_copy *copy);
  const char *(*variable_name)(const csketch_copy *copy, size_t index);
  csketch_variable (*variable)(csketch_copy *copy, size_t index);
  /// 1 or 0 as the sketch wrote it; -1 if the pin is not an output.
  int (*pin)(const csketch_copy *copy, uint16_t pin);
} csketch_api;

/// The table of functions for the sketch in this very program.
const csketch_api *csketch_copies(void);

/// The table of functions for those; it has no `take`.
const csketch_api *csketch_programs(void);

/// A file of the stand-in, as it was compiled.
typedef struct csketch_file {
  const char *name;
  const char *text;
  size_t length;
} csketch_file;

/// The files that a sketch is compiled with; null behind the last.
const csketch_file *csketch_standin(size_t index);

/// What a program can be kept to, where this machine can do it; each by itself.
enum {
  /// Its own view of the machine: user, mount, network and IPC namespaces.
  CSKETCH_NAMESPACES = 1,
  /// Landlock: only the files below its folders, no TCP, no signals.
  CSKETCH_LANDLOCK = 2,
  /// A filter of system calls: no sockets, no other processes, and no new ones if it may not.
  CSKETCH_SECCOMP = 4
};

/// What is so for a program that was kept to that.
enum {
  /// It sees no files but those it was shown.
  CSKETCH_HIDDEN = 1,
  /// It has no network.
  CSKETCH_OFFLINE = 2,
  /// It touches no other process.
  CSKETCH_ALONE = 4
};

/// A program to start. Lists end with null.
typedef struct csketch_command {
  const char *path;
  char *const *arguments;
  char *const *environment;
  /// Where it starts.
  const char *folder;
  /// What it reads; nothing for -1.
  int input;
  /// What it prints, errors too, goes here, or nowhere for -1; it gets no other open file.
  int output;
  /// Which of the ways above to try.
  int layers;
  /// Files and folders that it may read; those that are not there are left out.
  char *const *readable;
  /// The folder that it may write to, or null.
  const char *writable;
  /// How much memory it may have; each process of its own, as all of these.
  uint64_t memory_bytes;
  /// How large a file it writes may be.
  uint64_t file_bytes;
  uint32_t cpu_seconds;
  uint32_t open_files;
  /// Whether it may start processes.
  bool may_fork;
} csketch_command;

/// Starts a program as the first of a process group of its own; 0, or an error number. C, as what
/// comes between `fork` and `exec` must be system calls only.
int csketch_spawn(const csketch_command *command, int32_t *number);

/// Starts a sketch that is a program of its own; null, and an error number, if it does not start.
///
/// - command: all but what it reads.
csketch_copy *csketch_begin(const csketch_command *command, int *problem);

/// What is so for a program with this command on this machine; none is started.
int csketch_confinement(const csketch_command *command);

#ifdef __cplusplus
}
#endif
