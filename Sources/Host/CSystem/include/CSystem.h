// What Swift cannot express safely about the operating system: the window between fork and exec,
// signal handlers, terminal modes. Every function answers 0 or an errno value unless it says otherwise.
#ifndef NACRE_CSYSTEM_H
#define NACRE_CSYSTEM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// --- Processes ---

// Used in place of a descriptor: give the child /dev/null.
#define CSYS_FD_NULL (-1)

// The step of a launch that failed.
enum csys_spawn_step {
  CSYS_STEP_NONE = 0,
  CSYS_STEP_FORK = 1,
  CSYS_STEP_GROUP = 2,
  CSYS_STEP_DIRECTORY = 3,
  CSYS_STEP_DESCRIPTORS = 4,
  CSYS_STEP_EXEC = 5,
};

struct csys_spawn_request {
  const char *path;
  char *const *argv;
  char *const *envp;     // NULL: the environment of this process
  const char *directory; // NULL: the directory of this process
  int fds[3];            // what becomes 0, 1 and 2 of the child
  pid_t group;           // -1: this process' group; 0: a new group; else the group to join
  int terminal;          // >= 0: the child's group becomes the foreground group of this terminal
};

// Starts a child. Signals are unblocked and at their default there, except those ignored since this
// process began (nohup). The descriptors given are not closed here.
int csys_spawn(const struct csys_spawn_request *request, pid_t *pid, int *failed_step);

// Waits for a child (`block` 0: only looks). `*done` tells whether it ended; `*code` is its exit code or
// the signal that ended it, told apart by `*signalled`.
int csys_wait(pid_t pid, int block, int *done, int *code, int *signalled);

// A descriptor that polls readable once the child ended, or -1 where the kernel has none.
int csys_pidfd_open(pid_t pid);

// A pipe whose ends close on exec; `nonblocking_read` / `nonblocking_write` set O_NONBLOCK on that end.
int csys_pipe(int fds[2], int nonblocking_read, int nonblocking_write);

// Writes everything, waiting where the descriptor is not ready.
int csys_write_all(int fd, const void *bytes, size_t count);

// The system's text for an error number, cut to fit.
void csys_error_text(int number, char *text, size_t size);

// The environment block of this process.
char **csys_environ(void);

// --- Signals ---

// Installs the interrupt handler (`catch_interrupt` not 0), ignores SIGPIPE, resets SIGCHLD. Idempotent.
void csys_signals_install(int catch_interrupt);

// The cell an interrupt sets to 1.
int *csys_stop_flag(void);

extern int csys_stop_cell;

// Whether an interrupt was caught and not cleared yet.
static inline int csys_stop_requested(void) { return __atomic_load_n(&csys_stop_cell, __ATOMIC_RELAXED); }

// Raises and clears the flag from code.
void csys_stop_raise(void);
void csys_stop_clear(void);

// A descriptor that polls readable while the flag is up, or -1 before installation.
int csys_stop_fd(void);

// Whether the window size changed since the last call.
int csys_take_resize(void);

// --- Terminal ---

// Columns and rows of the terminal behind `fd`.
int csys_terminal_size(int fd, int *columns, int *rows);

// Raw mode without echo and without signals from keys; the former mode is kept and comes back with
// `csys_raw_leave`, at exit and when a signal ends this process.
int csys_raw_enter(int fd);
int csys_raw_leave(void);

// Makes a group the foreground group of the terminal, without being stopped for asking.
int csys_set_foreground(int fd, pid_t group);

// Saves and restores the terminal's modes around a child that may leave them changed.
int csys_modes_save(int fd);
int csys_modes_restore(int fd);

#endif
