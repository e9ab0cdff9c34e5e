/* Put before the C library with LD_PRELOAD: from a given call on, writing to files under one folder fails as it does on a
 * bad, full or read-only disk. Everything else goes through untouched. Told by the environment:
 *
 *   YINUO_FAULT_UNDER   the folder
 *   YINUO_FAULT_CALLS   which calls count: w (write, pwrite, ftruncate), s (fsync, fdatasync), o (open for writing)
 *   YINUO_FAULT_ERRNO   what they fail with
 *   YINUO_FAULT_FROM    the first that fails, 1 for the very first
 *   YINUO_FAULT_ONCE    set: that one alone; else all that follow as well
 *
 * A write that fails has written the first half of its bytes (except on a read-only disk): what a failed write leaves is
 * not known. Each failure is said on standard output, among what the process says, so that the test sees what came before
 * it and what after, and knows when it has gone past the last call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int is_under(const char *path) {
    const char *folder = getenv("YINUO_FAULT_UNDER");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

/* Counts a call of a kind; gives the error it has to fail with, 0 to let it through. */
static int fault(char kind, const char *path) {
    const char *kinds = getenv("YINUO_FAULT_CALLS");
    if (!kinds || !strchr(kinds, kind) || !is_under(path)) return 0;
    long n = ++calls, from = atol(getenv("YINUO_FAULT_FROM"));
    if (n < from || (n > from && getenv("YINUO_FAULT_ONCE"))) return 0;
    dprintf(STDOUT_FILENO, "fault at call %ld (%c) of %s\n", n, kind, path);
    return atoi(getenv("YINUO_FAULT_ERRNO"));
}

static int fault_of(char kind, int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fault(kind, path);
}

/* Defines a call on a file: `half` is done when it fails other than by a read-only disk. */
#define WRAP(kind, type, name, params, args, half)                      \
    type name params {                                                  \
        static type(*real) params;                                      \
        if (!real) real = (type(*) params)dlsym(RTLD_NEXT, #name);      \
        int error = fault_of(kind, fd);                                 \
        if (!error) return real args;                                   \
        if (error != EROFS) { half; }                                   \
        errno = error;                                                  \
        return -1;                                                      \
    }

WRAP('w', ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n), if (n > 1) real(fd, b, n / 2))
WRAP('w', ssize_t, pwrite, (int fd, const void *b, size_t n, off_t at), (fd, b, n, at), if (n > 1) real(fd, b, n / 2, at))
WRAP('w', ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t at), (fd, b, n, at), if (n > 1) real(fd, b, n / 2, at))
WRAP('w', int, ftruncate, (int fd, off_t size), (fd, size), )
WRAP('w', int, ftruncate64, (int fd, off64_t size), (fd, size), )
WRAP('s', int, fsync, (int fd), (fd), )
WRAP('s', int, fdatasync, (int fd), (fd), )

#define WRAP_OPEN(name)                                                                      \
    int name(const char *path, int flags, ...) {                                             \
        static int (*real)(const char *, int, ...);                                          \
        if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name);          \
        va_list rest;                                                                        \
        va_start(rest, flags);                                                               \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;              \
        va_end(rest);                                                                        \
        int error = (flags & O_ACCMODE) == O_RDONLY ? 0 : fault('o', path);                  \
        if (!error) return real(path, flags, mode);                                          \
        errno = error;                                                                       \
        return -1;                                                                           \
    }

WRAP_OPEN(open)
WRAP_OPEN(open64)
