// Calls C functions whose types are known only at run time, and opens shared libraries. A C room because Swift 6
// rejects libffi's mutable globals. Knows nothing of PowerShell or of PluginABI.
#ifndef CFOREIGN_H
#define CFOREIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Type codes of a signature, result first: "Lpl" is `unsigned long f(void *, long)`.
//   v void (result only)   b bool
//   c int8   C uint8   s int16   S uint16   i int32   I uint32   l int64   L uint64 (also size_t)
//   f float  d double  p pointer
enum { CFOREIGN_MAX_ARGUMENTS = 64 };

typedef struct cforeign_signature cforeign_signature;

// Returns the prepared form of `types`, made once a process and never freed; null when a code is unknown, there are
// more than CFOREIGN_MAX_ARGUMENTS, or memory is out. Any thread.
const cforeign_signature *cforeign_signature_for(const char *types);

// The same for a variadic function whose first `fixed` arguments are declared. Variadic arguments of codes b, c, C, s,
// S and f are refused (C promotes them): pass i, I or d.
const cforeign_signature *cforeign_variadic_for(const char *types, int fixed);

// Number of arguments.
int cforeign_argument_count(const cforeign_signature *signature);

// Calls `function`. Each argument takes one 64-bit slot: integers and pointers as they are (only the low bits of narrow
// ones count), double as its bits, float as its bits in the low half. The result comes back the same way, integers
// extended to 64 bits by their sign, bool as 0 or 1, void as 0. `arguments` is not changed. *error_number (may be null)
// gets errno right after the call; errno is 0 before it.
void cforeign_call(const cforeign_signature *signature, void *function, const uint64_t *arguments, uint64_t *result,
                   int *error_number);

// Turns the direct path (registers only, without libffi) off or on for signatures made later; tests compare both.
void cforeign_use_direct_calls(bool on);

// Opens `path` with RTLD_NOW | RTLD_LOCAL. On failure returns null and points *error at dlerror's text, valid until
// this thread's next cforeign call. A path without "/" is searched for by the loader.
void *cforeign_dlopen(const char *path, const char **error);

// Address of a symbol, null with *error set when there is none. `error` may be null.
void *cforeign_dlsym(void *library, const char *name, const char **error);

void cforeign_dlclose(void *library);

// Text of an errno, thread-safe, valid until this thread's next cforeign call.
const char *cforeign_error_text(int error_number);

#endif
