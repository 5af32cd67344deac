#pragma once
// histedit.h behind a handful of flat functions: its calls are variadic and its signals are not
// ours, and Swift can do neither.
#include <stdbool.h>
#include <stddef.h>

typedef struct fb_edit fb_edit;

/// How a read ended.
typedef enum {
  FB_LINE = 1,
  /// A line with a token that was pasted into it, of which nothing was shown.
  FB_CONCEALED_LINE,
  FB_EOF,
  FB_INTERRUPT,
  FB_WAKE,
  FB_TERMINATED,
  FB_ERROR,
} fb_outcome;

/// How a line is read: by libedit, with echo off, as it comes, or with echo off and without any
/// escape code.
typedef enum { FB_EDITED, FB_HIDDEN, FB_PLAIN, FB_HIDDEN_PLAIN } fb_mode;

typedef struct {
  /// Tab was pressed; the reply is given with `fb_edit_replace` and `fb_edit_above`.
  void (*complete)(void *context, const char *line, size_t cursor_bytes);
  /// `fb_edit_wake` was called; text is shown with `fb_edit_above`. True ends the read.
  bool (*woken)(void *context);
  void *context;
} fb_callbacks;

/// Opens /dev/null on each of 0, 1, 2 that is closed, so that no later file takes its place.
void fb_hold_standard_descriptors(void);

/// Makes a reader of `in` that draws on `out`; neither is closed by it. NULL when memory or
/// descriptors ran out.
fb_edit *fb_edit_make(int in, int out, size_t line_limit_bytes, int history_limit_lines);
void fb_edit_free(fb_edit *edit);

/// Reads one line. Only one read runs in a process at a time, a second one waits for the first:
/// libedit's terminal tables and the signal handlers are the process's own.
fb_outcome fb_edit_read(
    fb_edit *edit, const char *prompt, fb_mode mode, const fb_callbacks *callbacks);

/// From now to `fb_edit_unquiet`, or to the end of the program, nothing that is typed between reads
/// is shown. Of one keyboard in a process.
void fb_edit_quiet(fb_edit *edit);
void fb_edit_unquiet(fb_edit *edit);
/// The terminal as it was before; for a process that ends now.
void fb_give_back(void);
/// Ends the process, the terminal as it was before. No exit handler runs: a library's would take
/// away what a thread of ours that is not over yet still uses.
_Noreturn void fb_end_process(int code);

/// Drops the empty lines that were typed while nothing was asked.
void fb_edit_drop_enters(fb_edit *edit);

/// The line that was read, without its end; valid until the next read.
const char *fb_edit_text(const fb_edit *edit);
/// Overwrites the line that was read.
void fb_edit_forget(fb_edit *edit);
/// The signal behind FB_TERMINATED.
int fb_edit_signal(const fb_edit *edit);

/// Makes a running or the next read call `woken`. From any thread.
void fb_edit_wake(fb_edit *edit);

/// Within a callback: deletes so many characters (Unicode scalars) before the cursor, inserts text.
void fb_edit_replace(fb_edit *edit, size_t delete_scalars, const char *insert);
/// Within a callback: shows whole lines and draws prompt and half-typed line below them anew.
/// `keep` leaves what was typed so far above the text, as a list of completions wants it.
void fb_edit_above(fb_edit *edit, const char *text, bool keep);
/// Within a callback: the terminal's bell.
void fb_edit_beep(fb_edit *edit);

/// The history; a file that cannot be read, or is none of libedit's, changes nothing.
bool fb_edit_load(fb_edit *edit, const char *path);
/// Written to a new file of mode 0600, which then takes the old one's place.
bool fb_edit_save(fb_edit *edit, const char *path);
void fb_edit_remember(fb_edit *edit, const char *line);

/// The end of a pipe that each watched signal is written to as a byte, its number; -1 when there
/// are no descriptors left.
int fb_watched_signals(void);
/// Has a signal written there instead of what it does. False, and all as it was, for a hang-up that
/// was ignored from the start on purpose (nohup).
bool fb_watch_signal(int number);
/// The signal means again what it means by itself.
void fb_unwatch_signal(int number);
