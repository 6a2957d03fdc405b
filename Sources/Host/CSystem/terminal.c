#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

// The mode before raw mode, and the terminal it belongs to while raw mode is on.
static struct termios cooked;
static volatile sig_atomic_t raw_terminal = -1;

static struct termios saved_modes;
static int have_saved_modes = 0;

int csys_terminal_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return errno;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

// A background process that changes modes would be stopped by SIGTTOU; blocking it makes the call succeed.
static int set_modes(int fd, const struct termios *modes) {
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &before);
  int answer;
  do answer = tcsetattr(fd, TCSADRAIN, modes);
  while (answer != 0 && errno == EINTR);
  int error = answer == 0 ? 0 : errno;
  sigprocmask(SIG_SETMASK, &before, NULL);
  return error;
}

static void leave_at_exit(void) { csys_raw_leave(); }

int csys_raw_enter(int fd) {
  if (raw_terminal >= 0) return 0;
  static int registered = 0;
  if (!registered) {
    registered = 1;
    atexit(leave_at_exit);
    csys_watch_fatal_signals();
  }
  if (tcgetattr(fd, &cooked) != 0) return errno;
  struct termios raw = cooked;
  raw.c_iflag &= (tcflag_t) ~(BRKINT | ICRNL | INPCK | ISTRIP | IXON | INLCR | IGNCR);
  raw.c_cflag |= CS8;
  raw.c_lflag &= (tcflag_t) ~(ECHO | ICANON | IEXTEN | ISIG);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  int error = set_modes(fd, &raw);
  if (error == 0) raw_terminal = fd;
  return error;
}

int csys_raw_leave(void) {
  int fd = raw_terminal;
  if (fd < 0) return 0;
  raw_terminal = -1;
  return set_modes(fd, &cooked);
}

void csys_raw_restore_now(void) {
  int fd = raw_terminal;
  if (fd >= 0) tcsetattr(fd, TCSANOW, &cooked);
}

int csys_set_foreground(int fd, pid_t group) {
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &before);
  int error = tcsetpgrp(fd, group) == 0 ? 0 : errno;
  sigprocmask(SIG_SETMASK, &before, NULL);
  return error;
}

int csys_modes_save(int fd) {
  have_saved_modes = tcgetattr(fd, &saved_modes) == 0;
  return have_saved_modes ? 0 : errno;
}

int csys_modes_restore(int fd) {
  return have_saved_modes ? set_modes(fd, &saved_modes) : ENOTTY;
}
