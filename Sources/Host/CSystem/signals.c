#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "internal.h"

int csys_stop_cell = 0;

static int stop_event = -1;
static volatile sig_atomic_t resized = 0;
static unsigned char ignored_at_start[NSIG];

// Taken before main, when nothing has changed a disposition yet.
__attribute__((constructor)) static void record_ignored(void) {
  for (int number = 1; number < NSIG; number++) {
    struct sigaction now;
    if (sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN) ignored_at_start[number] = 1;
  }
}

int csys_ignored_at_start(int number) {
  return number > 0 && number < NSIG && ignored_at_start[number];
}

int *csys_stop_flag(void) { return &csys_stop_cell; }

int csys_stop_fd(void) { return stop_event; }

void csys_stop_raise(void) {
  __atomic_store_n(&csys_stop_cell, 1, __ATOMIC_SEQ_CST);
  if (stop_event >= 0) {
    uint64_t one = 1;
    ssize_t ignored = write(stop_event, &one, sizeof one);
    (void)ignored;
  }
}

void csys_stop_clear(void) {
  if (stop_event >= 0) {
    uint64_t count;
    ssize_t ignored = read(stop_event, &count, sizeof count);
    (void)ignored;
  }
  __atomic_store_n(&csys_stop_cell, 0, __ATOMIC_SEQ_CST);
}

int csys_take_resize(void) {
  int answer = resized;
  resized = 0;
  return answer;
}

static void on_interrupt(int number) {
  (void)number;
  int saved = errno;
  csys_stop_raise();
  errno = saved;
}

static void on_resize(int number) {
  (void)number;
  resized = 1;
}

static void on_fatal(int number) {
  csys_raw_restore_now();
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigaction(number, &plain, NULL);
  // Delivered as soon as this handler returns and the signal is unblocked.
  raise(number);
}

// No SA_RESTART: blocking calls must come back so that the flag is seen.
static void handle(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

// A closed standard descriptor would be taken by the next file opened, which would then receive output.
static void fill_standard_descriptors(void) {
  for (int fd = 0; fd < 3; fd++) {
    if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF) continue;
    int opened = open("/dev/null", O_RDWR);
    if (opened >= 0 && opened != fd) close(opened);
  }
}

void csys_signals_install(int catch_interrupt) {
  fill_standard_descriptors();
  handle(SIGPIPE, SIG_IGN);
  handle(SIGCHLD, SIG_DFL);
  if (stop_event < 0) stop_event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (catch_interrupt && !csys_ignored_at_start(SIGINT)) handle(SIGINT, on_interrupt);
}

void csys_watch_fatal_signals(void) {
  static const int fatal[] = {SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
  for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++) {
    struct sigaction now;
    if (sigaction(fatal[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL) handle(fatal[i], on_fatal);
  }
  struct sigaction now;
  if (sigaction(SIGWINCH, NULL, &now) == 0 && now.sa_handler == SIG_DFL) handle(SIGWINCH, on_resize);
}
