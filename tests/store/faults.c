/* Counts the operations by which a process changes files below one folder, and strikes at the n-th of them.
 * Loaded with LD_PRELOAD, armed with faults_arm(); a fork starts from its parent's state. */
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
#define DO(watched, grows, whole, part) \
  if (!(watched)) return whole; \
  int half; \
  if (!strike(grows, &half)) return -1; \
  if (half) { part; die(); } \
  __auto_type result = whole; \
  if (count == at && mode == AFTER) die(); \
  return result

ssize_t write(int fd, const void *b, size_t n) { DO(open_below(fd), 1, REAL(write)(fd, b, n), REAL(write)(fd, b, n / 2)); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { DO(open_below(fd), 1, REAL(pwrite)(fd, b, n, o), REAL(pwrite)(fd, b, n / 2, o)); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { DO(open_below(fd), 1, REAL(pwrite64)(fd, b, n, o), REAL(pwrite64)(fd, b, n / 2, o)); }
int ftruncate(int fd, off_t n) { DO(open_below(fd), 1, REAL(ftruncate)(fd, n), (void)0); }
int ftruncate64(int fd, off64_t n) { DO(open_below(fd), 1, REAL(ftruncate64)(fd, n), (void)0); }
int fsync(int fd) { DO(open_below(fd), 0, REAL(fsync)(fd), (void)0); }
int fdatasync(int fd) { DO(open_below(fd), 0, REAL(fdatasync)(fd), (void)0); }
int rename(const char *a, const char *b) { DO(below(b), 0, REAL(rename)(a, b), (void)0); }
int renameat(int c, const char *a, int d, const char *b) { DO(below(b), 0, REAL(renameat)(c, a, d, b), (void)0); }
int link(const char *a, const char *b) { DO(below(b), 1, REAL(link)(a, b), (void)0); }
int linkat(int c, const char *a, int d, const char *b, int f) { DO(below(b), 1, REAL(linkat)(c, a, d, b, f), (void)0); }
int unlink(const char *a) { DO(below(a), 0, REAL(unlink)(a), (void)0); }
int unlinkat(int d, const char *a, int f) { DO(below(a), 0, REAL(unlinkat)(d, a, f), (void)0); }
int mkdir(const char *a, mode_t m) { DO(below(a), 1, REAL(mkdir)(a, m), (void)0); }
int mkdirat(int d, const char *a, mode_t m) { DO(below(a), 1, REAL(mkdirat)(d, a, m), (void)0); }

#define OPENS(path, flags) (below(path) && (flags) & (O_CREAT | O_TRUNC) && changes(path, flags))
static int changes(const char *path, int flags) {
  struct stat st;
  int had = !stat(path, &st);
  return !had || ((flags & O_TRUNC) && st.st_size);
}
#define MODE mode_t m = 0; if (flags & O_CREAT) { va_list v; va_start(v, flags); m = va_arg(v, mode_t); va_end(v); }
int open(const char *path, int flags, ...) { MODE DO(OPENS(path, flags), 1, REAL(open)(path, flags, m), (void)0); }
int open64(const char *path, int flags, ...) { MODE DO(OPENS(path, flags), 1, REAL(open64)(path, flags, m), (void)0); }
int openat(int d, const char *path, int flags, ...) { MODE DO(OPENS(path, flags), 1, REAL(openat)(d, path, flags, m), (void)0); }
int openat64(int d, const char *path, int flags, ...) { MODE DO(OPENS(path, flags), 1, REAL(openat64)(d, path, flags, m), (void)0); }
