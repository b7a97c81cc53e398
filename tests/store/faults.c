/* Counts the operations by which a process changes files below one folder, and strikes at the n-th of them.
 * Loaded with LD_PRELOAD, armed with faults_arm(); a fork starts from its parent's state. After faults_watch()
 * names that come and go, and what is in a file when it is synced, are written down as power.py reads them. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { COUNT, BEFORE, HALF, AFTER, FULL, BROKEN };
static char folder[PATH_MAX];
static int mode;
static long at, count;

void faults_arm(const char *where, int what, long when) {
  snprintf(folder, sizeof folder, "%s", where);
  mode = what; at = when; count = 0;
}
long faults_count(void) { return count; }

static char notes[PATH_MAX - 32];
static int journal = -1;
void faults_watch(const char *where) {
  char path[PATH_MAX];
  snprintf(notes, sizeof notes, "%s", where);
  snprintf(path, sizeof path, "%s/journal", notes);
  journal = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}
static void note(const char *what, const char *a, const char *b) {
  if (journal >= 0) dprintf(journal, "%s\t%s\t%s\n", what, a, b);
}
static void keep(int fd) {
  char path[PATH_MAX], link[64], copy[PATH_MAX], buffer[65536];
  struct stat st;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (journal < 0 || n < 0) return;
  path[n] = 0;
  if (!fstat(fd, &st) && S_ISDIR(st.st_mode)) { note("folder", path, ""); return; }
  snprintf(copy, sizeof copy, "%s/%ld", notes, count);
  int from = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  int to = syscall(SYS_openat, AT_FDCWD, copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  while ((n = syscall(SYS_read, from, buffer, sizeof buffer)) > 0) syscall(SYS_write, to, buffer, n);
  syscall(SYS_close, from); syscall(SYS_close, to);
  note("synced", path, copy);
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }
static int below(const char *path) {
  size_t n = strlen(folder);
  return n && !strncmp(path, folder, n);
}
static int open_below(int fd) {
  char link[64], path[PATH_MAX];
  if (!folder[0]) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return below(path);
}
/* 1: do the operation; 0: it fails with errno set; `half` says that only half of it is to be done. */
static int strike(int grows, int *half) {
  long n = ++count;
  *half = n == at && mode == HALF;
  if (n == at && mode == BEFORE) die();
  if (mode == FULL && n >= at && grows) { errno = ENOSPC; return 0; }
  if (mode == BROKEN && n >= at) { errno = EIO; return 0; }
  return 1;
}
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define NOTED(watched, grows, whole, part, noted) \
  if (!(watched)) return whole; \
  int half; \
  if (!strike(grows, &half)) return -1; \
  if (half) { part; die(); } \
  __auto_type result = whole; \
  if (result != -1) { noted; } \
  if (count == at && mode == AFTER) die(); \
  return result
#define DO(watched, grows, whole, part) NOTED(watched, grows, whole, part, (void)0)

ssize_t write(int fd, const void *b, size_t n) { DO(open_below(fd), 1, REAL(write)(fd, b, n), REAL(write)(fd, b, n / 2)); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { DO(open_below(fd), 1, REAL(pwrite)(fd, b, n, o), REAL(pwrite)(fd, b, n / 2, o)); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { DO(open_below(fd), 1, REAL(pwrite64)(fd, b, n, o), REAL(pwrite64)(fd, b, n / 2, o)); }
int ftruncate(int fd, off_t n) { DO(open_below(fd), 1, REAL(ftruncate)(fd, n), (void)0); }
int ftruncate64(int fd, off64_t n) { DO(open_below(fd), 1, REAL(ftruncate64)(fd, n), (void)0); }
int fsync(int fd) { NOTED(open_below(fd), 0, REAL(fsync)(fd), (void)0, keep(fd)); }
int fdatasync(int fd) { NOTED(open_below(fd), 0, REAL(fdatasync)(fd), (void)0, keep(fd)); }
int rename(const char *a, const char *b) { NOTED(below(b), 0, REAL(rename)(a, b), (void)0, note("renamed", a, b)); }
int renameat(int c, const char *a, int d, const char *b) { NOTED(below(b), 0, REAL(renameat)(c, a, d, b), (void)0, note("renamed", a, b)); }
int link(const char *a, const char *b) { NOTED(below(b), 1, REAL(link)(a, b), (void)0, note("linked", a, b)); }
int linkat(int c, const char *a, int d, const char *b, int f) { NOTED(below(b), 1, REAL(linkat)(c, a, d, b, f), (void)0, note("linked", a, b)); }
int unlink(const char *a) { NOTED(below(a), 0, REAL(unlink)(a), (void)0, note("removed", a, "")); }
int unlinkat(int d, const char *a, int f) { NOTED(below(a), 0, REAL(unlinkat)(d, a, f), (void)0, note("removed", a, "")); }
int mkdir(const char *a, mode_t m) { NOTED(below(a), 1, REAL(mkdir)(a, m), (void)0, note("made", a, "")); }
int mkdirat(int d, const char *a, mode_t m) { NOTED(below(a), 1, REAL(mkdirat)(d, a, m), (void)0, note("made", a, "")); }

#define OPENS(path, flags) (below(path) && (flags) & (O_CREAT | O_TRUNC) && changes(path, flags))
static int changes(const char *path, int flags) {
  struct stat st;
  int had = !stat(path, &st);
  return !had || ((flags & O_TRUNC) && st.st_size);
}
#define MODE mode_t m = 0; if (flags & O_CREAT) { va_list v; va_start(v, flags); m = va_arg(v, mode_t); va_end(v); }
int open(const char *path, int flags, ...) { MODE NOTED(OPENS(path, flags), 1, REAL(open)(path, flags, m), (void)0, note("made", path, "")); }
int open64(const char *path, int flags, ...) { MODE NOTED(OPENS(path, flags), 1, REAL(open64)(path, flags, m), (void)0, note("made", path, "")); }
int openat(int d, const char *path, int flags, ...) { MODE NOTED(OPENS(path, flags), 1, REAL(openat)(d, path, flags, m), (void)0, note("made", path, "")); }
int openat64(int d, const char *path, int flags, ...) { MODE NOTED(OPENS(path, flags), 1, REAL(openat64)(d, path, flags, m), (void)0, note("made", path, "")); }
