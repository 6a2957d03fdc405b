#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

extern char **environ;

char **csys_environ(void) { return environ; }

struct failure {
  int step;
  int error;
};

// --- Between fork and exec: only async-signal-safe calls, and no write to memory the parent reads ---

// Handlers fall back to the default at exec by themselves; what this process ignores does not.
static void reset_signals(void) {
  for (int number = 1; number < NSIG; number++) {
    if (number == SIGKILL || number == SIGSTOP) continue;
    struct sigaction now;
    if (sigaction(number, NULL, &now) != 0) continue;
    if (now.sa_handler == SIG_DFL) continue;
    if (number != SIGPIPE && csys_ignored_at_start(number)) continue;
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigaction(number, &plain, NULL);
  }
}

static int map_descriptors(const int wanted[3]) {
  int source[3];
  for (int target = 0; target < 3; target++) {
    int fd = wanted[target];
    if (fd == CSYS_FD_NULL) fd = open("/dev/null", target == 0 ? O_RDONLY : O_WRONLY);
    // A source among 0..2 could be overwritten before its turn: move it out of the way.
    if (fd >= 0 && fd < 3 && fd != target) fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (fd < 0) return errno;
    source[target] = fd;
  }
  for (int target = 0; target < 3; target++) {
    if (source[target] == target) {
      int flags = fcntl(target, F_GETFD);
      if (flags < 0 || fcntl(target, F_SETFD, flags & ~FD_CLOEXEC) < 0) return errno;
    } else if (dup2(source[target], target) < 0) {
      return errno;
    } else if (wanted[target] == CSYS_FD_NULL && source[target] > 2) {
      close(source[target]);
    }
  }
  return 0;
}

static struct failure run_child(const struct csys_spawn_request *request) {
  if (request->group >= 0 && setpgid(0, request->group) != 0)
    return (struct failure){CSYS_STEP_GROUP, errno};
  // Every signal is blocked here, so SIGTTOU cannot stop the child for this call.
  if (request->terminal >= 0) tcsetpgrp(request->terminal, getpgrp());
  if (request->directory && chdir(request->directory) != 0)
    return (struct failure){CSYS_STEP_DIRECTORY, errno};
  int error = map_descriptors(request->fds);
  if (error) return (struct failure){CSYS_STEP_DESCRIPTORS, error};
  reset_signals();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(request->path, request->argv, request->envp ? request->envp : environ);
  return (struct failure){CSYS_STEP_EXEC, errno};
}

// --- The parent's side ---

static int read_failure(int fd, struct failure *failure) {
  ssize_t count;
  do count = read(fd, failure, sizeof *failure);
  while (count < 0 && errno == EINTR);
  return count == (ssize_t)sizeof *failure;
}

int csys_spawn(const struct csys_spawn_request *request, pid_t *pid, int *failed_step) {
  int report[2];
  *failed_step = CSYS_STEP_FORK;
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  // The report must survive the mapping of 0..2.
  if (report[1] < 3) {
    int moved = fcntl(report[1], F_DUPFD_CLOEXEC, 3);
    int error = errno;
    close(report[1]);
    report[1] = moved;
    if (moved < 0) {
      close(report[0]);
      return error;
    }
  }
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = vfork();
  if (child == 0) {
    struct failure failure = run_child(request);
    ssize_t ignored = write(report[1], &failure, sizeof failure);
    (void)ignored;
    _exit(127);
  }
  int error = child < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(report[1]);
  if (error == 0) {
    struct failure failure;
    if (read_failure(report[0], &failure)) {
      *failed_step = failure.step;
      error = failure.error ? failure.error : EIO;
      while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    }
  }
  close(report[0]);
  if (error) return error;
  *failed_step = CSYS_STEP_NONE;
  *pid = child;
  return 0;
}

int csys_wait(pid_t pid, int block, int *done, int *code, int *signalled) {
  int status = 0;
  *done = 0;
  pid_t answer = waitpid(pid, &status, block ? 0 : WNOHANG);
  if (answer < 0) return errno;
  if (answer == 0) return 0;
  *done = 1;
  *signalled = WIFSIGNALED(status);
  *code = *signalled ? WTERMSIG(status) : WEXITSTATUS(status);
  return 0;
}

int csys_pidfd_open(pid_t pid) {
#ifdef SYS_pidfd_open
  return (int)syscall(SYS_pidfd_open, pid, 0);
#else
  (void)pid;
  return -1;
#endif
}

int csys_pipe(int fds[2], int nonblocking_read, int nonblocking_write) {
  if (pipe2(fds, O_CLOEXEC) != 0) return errno;
  if (nonblocking_read) fcntl(fds[0], F_SETFL, O_NONBLOCK);
  if (nonblocking_write) fcntl(fds[1], F_SETFL, O_NONBLOCK);
  return 0;
}

void csys_error_text(int number, char *text, size_t size) {
  const char *found = strerror_r(number, text, size);
  if (found != text) {
    strncpy(text, found, size - 1);
    text[size - 1] = 0;
  }
}

int csys_write_all(int fd, const void *bytes, size_t count) {
  const char *at = bytes;
  while (count > 0) {
    ssize_t written = write(fd, at, count);
    if (written >= 0) {
      at += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd ready = {.fd = fd, .events = POLLOUT};
      if (poll(&ready, 1, -1) < 0 && errno != EINTR) return errno;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}
