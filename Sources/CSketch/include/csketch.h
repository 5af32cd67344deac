#pragma once

// A sketch, compiled for this machine, as a practice device. C only, so that Swift can read it.
//
// A sketch keeps its state in globals, so one loaded copy is one device. The library holds
// CSKETCH_COPIES copies of the built-in sketch. Everything goes through a table of functions got
// from the one symbol `csketch_copies`: a sketch that is compiled later, into a library of its
// own, can offer the same table under the same name.
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
  const char *name;
  csketch_type type;
  int32_t integer;
  double number;
  const char *text;
  bool truth;
} csketch_variable;

typedef struct csketch_api {
  /// How many copies there are.
  size_t copies;
  /// A copy that nobody else uses, or null if all are taken. It has no functions before `start`.
  csketch_copy *(*take)(void);
  /// Gives a copy back.
  void (*give_back)(csketch_copy *copy);
  /// Resets the board and runs `setup`. The host's texts are copied.
  void (*start)(csketch_copy *copy, const csketch_host *host);
  /// Runs `loop` once. True if the sketch tried to publish, so that another turn may be worth it.
  bool (*loop)(csketch_copy *copy);
  /// Calls a cloud function. False, and no call, if there is none of that name.
  bool (*call)(csketch_copy *copy, const char *name, const char *argument, int32_t *result);
  size_t (*function_count)(const csketch_copy *copy);
  const char *(*function_name)(const csketch_copy *copy, size_t index);
  size_t (*variable_count)(const csketch_copy *copy);
  csketch_variable (*variable)(const csketch_copy *copy, size_t index);
  /// 1 or 0 as the sketch wrote it; -1 if the pin is not an output.
  int (*pin)(const csketch_copy *copy, uint16_t pin);
} csketch_api;

/// The table of functions for the sketch in this library.
const csketch_api *csketch_copies(void);

/// The text of the built-in sketch as it was compiled, in UTF-8, with its placeholders.
const char *csketch_template(size_t *length);

#ifdef __cplusplus
}
#endif
