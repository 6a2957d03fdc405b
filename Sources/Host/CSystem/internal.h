// Shared between the C files of this room only.
#ifndef NACRE_CSYSTEM_INTERNAL_H
#define NACRE_CSYSTEM_INTERNAL_H

// Whether a signal was ignored when this process began.
int csys_ignored_at_start(int number);

// Puts the terminal back into the mode it had before raw mode; async-signal-safe.
void csys_raw_restore_now(void);

// Watches for signals that end this process, so that raw mode never outlives it.
void csys_watch_fatal_signals(void);

#endif
