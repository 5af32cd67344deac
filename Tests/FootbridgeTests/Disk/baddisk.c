// A disk that fails when it is told to, between a program and the C library: preloaded, it numbers
// every call that changes something below one directory, and at number N does as it was told.
//
//   BADDISK_BELOW   the directory, absolute
//   BADDISK_AT      N, from 1; 0 only counts
//   BADDISK_MODE    before  the program is killed in place of the call
//                   during  half of a write is done, then it is killed; other calls have no middle
//                   after   the call is done, then it is killed
//                   full    half of a write is done; from there on no space is left
//                   sealed  from N on the file system is read-only, as ext4's after an error
//                   broken  this one call fails with EIO
//                   dying   from N on every call fails with EIO
//   BADDISK_EXITS   set, an exit handler that runs aborts the program
//   BADDISK_LOG     a file outside that directory: a line for each call, "N call bytes path"
//
// A descriptor that is closed twice may be another's by then: the program is aborted there.
//
// Linux only: it finds a descriptor's path in /proc.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { COUNT, BEFORE, DURING, AFTER, FULL, SEALED, BROKEN, DYING };
static const char *const names[] = {"count", "before", "during", "after",
                                    "full",  "sealed", "broken", "dying"};

static char below[4096];
static size_t belowLength;
static long at;
static enum mode mode;
static int logger = -1;
static atomic_long calls;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static void ran(void) { abort(); }

__attribute__((constructor)) static void begin(void) {
  if (getenv("BADDISK_EXITS")) atexit(ran);
  const char *directory = getenv("BADDISK_BELOW"), *number = getenv("BADDISK_AT");
  const char *word = getenv("BADDISK_MODE"), *file = getenv("BADDISK_LOG");
  if (!directory || strlen(directory) >= sizeof below) return;
  at = number ? atol(number) : 0;
  for (int i = 0; word && i <= DYING; i++)
    if (!strcmp(word, names[i])) mode = (enum mode)i;
  if (file) logger = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  strcpy(below, directory);
  belowLength = strlen(below);
}

static int isBelow(const char *path) {
  return belowLength && !strncmp(path, below, belowLength) &&
         (path[belowLength] == '/' || path[belowLength] == 0);
}

static int descriptorIsBelow(int descriptor, char *path, size_t size) {
  char link[64];
  if (!belowLength || descriptor < 3) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return isBelow(path);
}

int close(int fd) {
  int result = REAL(close)(fd);
  if (result == 0 || errno != EBADF || fd < 0) return result;
  static const char words[] = "A descriptor was closed that was not open.\n";
  if (REAL(write)(2, words, sizeof words - 1) >= 0) abort();
  abort();
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

enum verdict { DO, HALF_AND_DIE, DO_AND_DIE, HALF_ONLY, FAIL };

// Numbers a call and decides what becomes of it; `errno` is set for FAIL.
static enum verdict judge(const char *call, size_t bytes, const char *path, int frees) {
  long number = ++calls;
  if (logger >= 0) {
    char line[4200];
    int length = snprintf(line, sizeof line, "%ld %s %zu %s\n", number, call, bytes, path);
    if (length > 0) REAL(write)(logger, line, (size_t)length);
  }
  if (!at || number < at) return DO;
  int here = number == at;
  switch (mode) {
  case BEFORE: if (here) die(); return DO;
  case DURING: return !here ? DO : bytes > 1 ? HALF_AND_DIE : DO_AND_DIE;
  case AFTER: return here ? DO_AND_DIE : DO;
  case FULL:
    if (frees) return DO;
    if (here && bytes > 1) return HALF_ONLY;
    errno = ENOSPC;
    return FAIL;
  case SEALED: errno = EROFS; return FAIL;
  case BROKEN: errno = EIO; return here ? FAIL : DO;
  case DYING: errno = EIO; return FAIL;
  default: return DO;
  }
}

// A call that is done whole or not at all.
#define WHOLE(call, path, frees, expression)                                                     \
  do {                                                                                           \
    enum verdict verdict = judge(call, 0, path, frees);                                          \
    if (verdict == FAIL) return -1;                                                              \
    __typeof__(expression) result = expression;                                                  \
    if (verdict != DO) die();                                                                    \
    return result;                                                                               \
  } while (0)

// A call that can be done by half.
#define WRITING(call, path, size, whole, half)                                                   \
  do {                                                                                           \
    enum verdict verdict = judge(call, size, path, 0);                                           \
    if (verdict == FAIL) return -1;                                                              \
    ssize_t result = verdict == HALF_AND_DIE || verdict == HALF_ONLY ? half : whole;             \
    if (verdict == HALF_AND_DIE || verdict == DO_AND_DIE) die();                                 \
    return result;                                                                               \
  } while (0)

ssize_t write(int fd, const void *bytes, size_t size) {
  char path[4096];
  if (!descriptorIsBelow(fd, path, sizeof path)) return REAL(write)(fd, bytes, size);
  WRITING("write", path, size, REAL(write)(fd, bytes, size), REAL(write)(fd, bytes, size / 2));
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
  char path[4096];
  if (!descriptorIsBelow(fd, path, sizeof path)) return REAL(pwrite)(fd, bytes, size, place);
  WRITING("pwrite", path, size, REAL(pwrite)(fd, bytes, size, place),
          REAL(pwrite)(fd, bytes, size / 2, place));
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) {
  return pwrite(fd, bytes, size, place);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  char path[4096];
  size_t size = 0;
  if (!descriptorIsBelow(fd, path, sizeof path)) return REAL(writev)(fd, parts, count);
  for (int i = 0; i < count; i++) size += parts[i].iov_len;
  WRITING("writev", path, size, REAL(writev)(fd, parts, count),
          REAL(write)(fd, parts[0].iov_base, parts[0].iov_len / 2));
}

int fsync(int fd) {
  char path[4096];
  if (!descriptorIsBelow(fd, path, sizeof path)) return REAL(fsync)(fd);
  WHOLE("fsync", path, 0, REAL(fsync)(fd));
}

int fdatasync(int fd) {
  char path[4096];
  if (!descriptorIsBelow(fd, path, sizeof path)) return REAL(fdatasync)(fd);
  WHOLE("fdatasync", path, 0, REAL(fdatasync)(fd));
}

int ftruncate(int fd, off_t size) {
  char path[4096];
  struct stat now;
  if (!descriptorIsBelow(fd, path, sizeof path)) return REAL(ftruncate)(fd, size);
  int shrinks = fstat(fd, &now) == 0 && size <= now.st_size;
  WHOLE("ftruncate", path, shrinks, REAL(ftruncate)(fd, size));
}

int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

int fchmod(int fd, mode_t bits) {
  char path[4096];
  if (!descriptorIsBelow(fd, path, sizeof path)) return REAL(fchmod)(fd, bits);
  WHOLE("fchmod", path, 1, REAL(fchmod)(fd, bits));
}

int chmod(const char *path, mode_t bits) {
  if (!isBelow(path)) return REAL(chmod)(path, bits);
  WHOLE("chmod", path, 1, REAL(chmod)(path, bits));
}

int unlink(const char *path) {
  struct stat status;
  if (!isBelow(path) || lstat(path, &status) != 0) return REAL(unlink)(path);
  WHOLE("unlink", path, 1, REAL(unlink)(path));
}

int rename(const char *from, const char *to) {
  if (!isBelow(to)) return REAL(rename)(from, to);
  WHOLE("rename", to, 0, REAL(rename)(from, to));
}

int link(const char *from, const char *to) {
  if (!isBelow(to)) return REAL(link)(from, to);
  WHOLE("link", to, 0, REAL(link)(from, to));
}

int mkdir(const char *path, mode_t bits) {
  if (!isBelow(path)) return REAL(mkdir)(path, bits);
  WHOLE("mkdir", path, 0, REAL(mkdir)(path, bits));
}

static int isSealed(void) { return mode == SEALED && at && calls >= at; }

int access(const char *path, int wanted) {
  if (!(wanted & W_OK) || !isBelow(path) || !isSealed()) return REAL(access)(path, wanted);
  errno = EROFS;
  return -1;
}

// To open is a change when it makes or empties a file. Where nothing can be written it fails for
// whoever wants to write, but is not numbered, as it changes nothing.
static int opening(int directory, const char *path, int flags, mode_t bits) {
  int exists = REAL(access)(path, F_OK) == 0;
  int changes = ((flags & O_CREAT) && !exists) || ((flags & O_TRUNC) && exists);
  if (!isBelow(path)) return REAL(openat)(directory, path, flags, bits);
  if (changes) WHOLE("open", path, exists, REAL(openat)(directory, path, flags, bits));
  if (isSealed() && (flags & O_ACCMODE) != O_RDONLY) {
    errno = EROFS;
    return -1;
  }
  return REAL(openat)(directory, path, flags, bits);
}

#define BITS(flags)                                                                              \
  mode_t bits = 0;                                                                               \
  if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) {                                                           \
    va_list rest;                                                                                \
    va_start(rest, flags);                                                                       \
    bits = va_arg(rest, mode_t);                                                                 \
    va_end(rest);                                                                                \
  }

int open(const char *path, int flags, ...) {
  BITS(flags)
  return opening(AT_FDCWD, path, flags, bits);
}

int open64(const char *path, int flags, ...) {
  BITS(flags)
  return opening(AT_FDCWD, path, flags, bits);
}

int openat(int directory, const char *path, int flags, ...) {
  BITS(flags)
  return opening(directory, path, flags, bits);
}

int openat64(int directory, const char *path, int flags, ...) {
  BITS(flags)
  return opening(directory, path, flags, bits);
}
