#include "confine.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

// What is done here is the kernel's own: namespaces (user_namespaces(7), mount_namespaces(7)),
// Landlock (landlock(7)), seccomp filters (seccomp(2)) and limits (setrlimit(2)). A machine may
// have any of them or none; each is tried by itself, and none needs to be root's.

static void limit(int kind, uint64_t value) {
  const rlimit bound{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
  setrlimit(kind, &bound);
}

static void limitAll(const csketch_command *command) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, command->memory_bytes);
  limit(RLIMIT_CPU, command->cpu_seconds);
  limit(RLIMIT_FSIZE, command->file_bytes);
  limit(RLIMIT_NOFILE, command->open_files);
}

#ifdef __linux__

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

// MARK: a root of its own

/// Where the new root is put together: a folder that is everywhere, and that nothing is taken from.
static const char newRoot[] = "/proc";
static constexpr size_t pathBytes = 4096;

static bool writeWhole(const char *path, const char *text) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool isWritten = ::write(file, text, strlen(text)) == static_cast<ssize_t>(strlen(text));
  close(file);
  return isWritten;
}

/// The path below the new root, with the folders above it; false for one that is too long.
static bool place(char (&out)[pathBytes], const char *path) {
  if (strlen(path) + sizeof(newRoot) >= pathBytes) return false;
  strcpy(out, newRoot);
  strcat(out, path);
  for (char *slash = out + sizeof(newRoot); *slash; slash++) {
    if (*slash != '/') continue;
    *slash = 0;
    mkdir(out, 0755);
    *slash = '/';
  }
  return true;
}

/// Shows a file or folder at its own place; what is not there is left out.
static bool show(const char *path, bool isWritable) {
  char target[pathBytes], link[pathBytes];
  struct stat entry;
  if (lstat(path, &entry) != 0) return true;
  if (!place(target, path)) return false;
  if (S_ISLNK(entry.st_mode) && !isWritable) {
    const ssize_t length = readlink(path, link, pathBytes - 1);
    if (length < 0) return false;
    link[length] = 0;
    return symlink(link, target) == 0 || errno == EEXIST;
  }
  if (stat(path, &entry) != 0) return false;
  if (S_ISDIR(entry.st_mode)) {
    mkdir(target, 0755);
  } else {
    const int file = open(target, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0) close(file);
  }
  if (mount(path, target, nullptr, MS_BIND | MS_REC, nullptr) != 0) return false;
  if (isWritable) return true;
  const unsigned long flags = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID;
#ifdef SYS_mount_setattr
  struct { uint64_t set, clear, propagation, userns; } change{0x3 /* read only, no set-id */, 0, 0, 0};
  const long isSet = syscall(
      SYS_mount_setattr, AT_FDCWD, target, 0x8000 /* AT_RECURSIVE */, &change, sizeof(change));
  if (isSet == 0) return true;
#endif
  return mount(nullptr, target, nullptr, flags, nullptr) == 0;
}

static bool enterNamespaces(const char *uidMap, const char *gidMap) {
  const int others = CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC;
  if (unshare(CLONE_NEWUSER | others) == 0) {
    writeWhole("/proc/self/setgroups", "deny");
    return writeWhole("/proc/self/uid_map", uidMap) && writeWhole("/proc/self/gid_map", gidMap);
  }
  return unshare(others) == 0;
}

static bool changeRoot(const csketch_command *command) {
  if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  const char *size = "size=1m,mode=0755";
  if (mount("tmpfs", newRoot, "tmpfs", MS_NOSUID | MS_NODEV, size) != 0) return false;
  for (char *const *path = command->readable; *path; path++) {
    if (!show(*path, false)) return false;
  }
  if (command->writable && !show(command->writable, true)) return false;
  if (!show("/dev/null", true)) return false;
  if (chdir(newRoot) != 0 || syscall(SYS_pivot_root, ".", ".") != 0) return false;
  if (umount2(".", MNT_DETACH) != 0 || chdir("/") != 0) return false;
  const unsigned long flags = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV;
  return mount(nullptr, "/", nullptr, flags, nullptr) == 0;
}

// MARK: Landlock

static void allow(int rules, const char *path, uint64_t access) {
  landlock_path_beneath_attr rule{};
  struct stat entry;
  rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0) return;
  const uint64_t ofFiles = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                           LANDLOCK_ACCESS_FS_READ_FILE | 1ull << 14 /* truncate */;
  if (fstat(rule.parent_fd, &entry) == 0 && !S_ISDIR(entry.st_mode)) access &= ofFiles;
  rule.allowed_access = access;
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(rule.parent_fd);
}

static bool lock(const csketch_command *command) {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, 1 /* its version */);
  if (version < 1) return false;
  // Files; since version 4 TCP; since 6 signals and abstract sockets. The header may be older.
  struct { uint64_t files, network, scopes; } handled{(1ull << 13) - 1, 0, 0};
  size_t size = 8;
  if (version >= 2) handled.files |= 1ull << 13;
  if (version >= 3) handled.files |= 1ull << 14;
  if (version >= 5) handled.files |= 1ull << 15;
  if (version >= 4) handled.network = 3, size = 16;
  if (version >= 6) handled.scopes = 3, size = 24;
  const int rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, size, 0));
  if (rules < 0) return false;
  const uint64_t reading = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE |
                           LANDLOCK_ACCESS_FS_READ_DIR;
  for (char *const *path = command->readable; *path; path++) allow(rules, *path, reading);
  if (command->writable) allow(rules, command->writable, handled.files);
  allow(rules, "/dev/null", reading | LANDLOCK_ACCESS_FS_WRITE_FILE);
  const bool isLocked = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return isLocked;
}

// MARK: seccomp

#if defined(__x86_64__)
static constexpr uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
static constexpr uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
static constexpr uint32_t architecture = 0;
#endif

/// What neither a compiler nor a sketch has to do with: the network, other processes, the kernel.
static const long denied[] = {
    SYS_socket,       SYS_ptrace,       SYS_process_vm_readv, SYS_process_vm_writev,
    SYS_unshare,      SYS_setns,        SYS_mount,            SYS_umount2,
    SYS_pivot_root,   SYS_chroot,       SYS_bpf,              SYS_perf_event_open,
    SYS_keyctl,       SYS_add_key,      SYS_request_key,      SYS_userfaultfd,
    SYS_shmget,       SYS_shmat,        SYS_msgget,           SYS_semget,
    SYS_mq_open,      SYS_setpriority,  SYS_open_by_handle_at, SYS_name_to_handle_at,
    SYS_pidfd_open,   SYS_pidfd_getfd,  SYS_pidfd_send_signal, SYS_rt_tgsigqueueinfo,
    SYS_rt_sigqueueinfo, SYS_tkill,     SYS_io_uring_setup,   SYS_sched_setaffinity,
#ifdef SYS_move_mount
    SYS_move_mount,   SYS_open_tree,    SYS_fsopen,           SYS_fspick,
    SYS_mount_setattr,
#endif
};

#ifdef SYS_fork
static const long forking[] = {SYS_fork, SYS_vfork};
#else
static const long forking[] = {-1};
#endif

/// A filter, as it is put together.
struct Filter {
  sock_filter lines[160];
  unsigned short count = 0;

  void add(uint16_t code, uint32_t value, uint8_t ifTrue = 0, uint8_t ifFalse = 0) {
    if (count < sizeof(lines) / sizeof(lines[0])) lines[count++] = {code, ifTrue, ifFalse, value};
  }
  void load(size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<uint32_t>(offset)); }
  void skipUnless(long value, uint8_t lines) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(value), 0, lines);
  }
  void finish(uint32_t action) { add(BPF_RET | BPF_K, action); }
  void refuse(int error = EPERM) { finish(SECCOMP_RET_ERRNO | static_cast<uint32_t>(error)); }

  /// Lets the call through only if its first argument is this.
  void onlyWith(long call, uint32_t argument) {
    skipUnless(call, 4);
    load(offsetof(seccomp_data, args));
    skipUnless(argument, 1);
    finish(SECCOMP_RET_ALLOW);
    refuse();
  }
};

static bool filterCalls(bool mayFork) {
  if (architecture == 0) return false;
  const size_t number = offsetof(seccomp_data, nr);
  Filter filter;
  filter.load(offsetof(seccomp_data, arch));
  filter.skipUnless(architecture, 1);
  filter.add(BPF_JMP | BPF_JA, 1);
  filter.refuse();
  filter.load(number);
  // The calls of another kind of program, x32, have numbers of their own.
  filter.add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  filter.refuse();
  for (const long call : denied) {
    filter.skipUnless(call, 1);
    filter.refuse();
  }
  // As if the kernel did not know it: its flags cannot be looked at, and libraries use the old one.
  filter.skipUnless(SYS_clone3, 1);
  filter.refuse(ENOSYS);
  for (const long call : forking) {
    if (mayFork) break;
    filter.skipUnless(call, 1);
    filter.refuse();
  }
  const uint32_t spaces = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID |
                          CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;
  filter.skipUnless(SYS_clone, mayFork ? 4 : 6);
  filter.load(offsetof(seccomp_data, args));
  filter.add(BPF_JMP | BPF_JSET | BPF_K, spaces, 0, 1);
  filter.refuse();
  if (!mayFork) {
    filter.add(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0);
    filter.refuse();
  }
  filter.finish(SECCOMP_RET_ALLOW);
  const uint32_t self = static_cast<uint32_t>(getpid());
  filter.onlyWith(SYS_kill, self);
  filter.load(number);
  filter.onlyWith(SYS_tgkill, self);
  filter.load(number);
  filter.onlyWith(SYS_prlimit64, 0);
  filter.finish(SECCOMP_RET_ALLOW);
  const sock_fprog program{filter.count, filter.lines};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

int csketch_confine(const csketch_command *command, const char *uidMap, const char *gidMap) {
  int held = 0;
  if ((command->layers & CSKETCH_NAMESPACES) && enterNamespaces(uidMap, gidMap)) {
    held |= CSKETCH_OFFLINE;
    if (changeRoot(command)) held |= CSKETCH_HIDDEN;
  }
  if (chdir(command->folder) != 0) return -1;
  for (int right = 0; right < 64; right++) prctl(PR_CAPBSET_DROP, right, 0, 0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if ((command->layers & CSKETCH_LANDLOCK) && lock(command)) held |= CSKETCH_HIDDEN;
  limitAll(command);
  if ((command->layers & CSKETCH_SECCOMP) && filterCalls(command->may_fork)) {
    held |= CSKETCH_OFFLINE | CSKETCH_ALONE;
  }
  return held;
}

#else

int csketch_confine(const csketch_command *command, const char *, const char *) {
  if (chdir(command->folder) != 0) return -1;
  limitAll(command);
  return 0;
}

#endif
