#define _GNU_SOURCE
#include "CForeign.h"

#include <errno.h>
#include <ffi.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

// How a call is made. The direct ways rely on both supported calling conventions (System V x86-64, AAPCS64) handing
// out integer and vector registers independently and ignoring registers the callee does not read.
enum route { ROUTE_FFI, ROUTE_INTEGERS, ROUTE_MIXED };

enum { INTEGER_REGISTERS = 6, VECTOR_REGISTERS = 8, BUCKETS = 256 };

struct cforeign_signature {
  struct cforeign_signature *next;
  ffi_cif cif;
  enum route route;
  int fixed;   // -1 = not variadic.
  bool direct; // Made while direct calls were on.
  int count;
  char result;
  char codes[CFOREIGN_MAX_ARGUMENTS + 1];
  ffi_type *types[CFOREIGN_MAX_ARGUMENTS];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static cforeign_signature *table[BUCKETS];
static atomic_bool direct_calls = true;

void cforeign_use_direct_calls(bool on) { atomic_store(&direct_calls, on); }

static ffi_type *type_for(char code) {
  switch (code) {
  case 'v': return &ffi_type_void;
  case 'b': case 'C': return &ffi_type_uint8;
  case 'c': return &ffi_type_sint8;
  case 's': return &ffi_type_sint16;
  case 'S': return &ffi_type_uint16;
  case 'i': return &ffi_type_sint32;
  case 'I': return &ffi_type_uint32;
  case 'l': return &ffi_type_sint64;
  case 'L': return &ffi_type_uint64;
  case 'f': return &ffi_type_float;
  case 'd': return &ffi_type_double;
  case 'p': return &ffi_type_pointer;
  default: return NULL;
  }
}

static bool is_vector(char code) { return code == 'f' || code == 'd'; }

static enum route route_for(const cforeign_signature *signature) {
#if defined(__x86_64__) || defined(__aarch64__)
  int integers = 0, vectors = 0;
  if (signature->fixed >= 0 || !signature->direct) return ROUTE_FFI;
  for (int k = 0; k < signature->count; k++) is_vector(signature->codes[k]) ? vectors++ : integers++;
  if (integers > INTEGER_REGISTERS || vectors > VECTOR_REGISTERS) return ROUTE_FFI;
  return vectors == 0 && !is_vector(signature->result) ? ROUTE_INTEGERS : ROUTE_MIXED;
#else
  (void)signature;
  return ROUTE_FFI;
#endif
}

// Fills in a new signature; false when it cannot be called.
static bool prepare(cforeign_signature *signature, const char *types) {
  ffi_type *result = type_for(types[0]);
  if (result == NULL) return false;
  signature->result = types[0];
  for (int k = 0; k < signature->count; k++) {
    char code = types[k + 1];
    if (code == 'v' || (signature->types[k] = type_for(code)) == NULL) return false;
    if (signature->fixed >= 0 && k >= signature->fixed && strchr("bcCsSf", code) != NULL) return false;
    signature->codes[k] = code;
  }
  signature->route = route_for(signature);
  unsigned count = (unsigned)signature->count;
  ffi_status status =
    signature->fixed < 0
      ? ffi_prep_cif(&signature->cif, FFI_DEFAULT_ABI, count, result, signature->types)
      : ffi_prep_cif_var(
          &signature->cif, FFI_DEFAULT_ABI, (unsigned)signature->fixed, count, result, signature->types);
  return status == FFI_OK;
}

static bool matches(const cforeign_signature *signature, const char *types, int fixed, bool direct) {
  return signature->result == types[0] && signature->fixed == fixed && signature->direct == direct
         && strcmp(signature->codes, types + 1) == 0;
}

static const cforeign_signature *intern(const char *types, int fixed) {
  size_t length = types == NULL ? 0 : strnlen(types, CFOREIGN_MAX_ARGUMENTS + 2);
  if (length == 0 || length > CFOREIGN_MAX_ARGUMENTS + 1) return NULL;
  if (fixed >= 0 && (size_t)fixed > length - 1) return NULL;
  uint32_t hash = (uint32_t)fixed;
  for (size_t k = 0; k < length; k++) hash = (hash ^ (unsigned char)types[k]) * 16777619u;
  cforeign_signature **head = &table[(hash ^ hash >> 16) % BUCKETS];
  bool direct = atomic_load(&direct_calls);
  // ffi_prep_cif may write into shared type descriptions, so it runs under the lock too.
  pthread_mutex_lock(&lock);
  cforeign_signature *found = *head;
  while (found != NULL && !matches(found, types, fixed, direct)) found = found->next;
  if (found == NULL && (found = calloc(1, sizeof *found)) != NULL) {
    found->fixed = fixed;
    found->direct = direct;
    found->count = (int)(length - 1);
    if (prepare(found, types)) {
      found->next = *head;
      *head = found;
    } else {
      free(found);
      found = NULL;
    }
  }
  pthread_mutex_unlock(&lock);
  return found;
}

const cforeign_signature *cforeign_signature_for(const char *types) { return intern(types, -1); }

const cforeign_signature *cforeign_variadic_for(const char *types, int fixed) {
  return fixed < 0 ? NULL : intern(types, fixed);
}

int cforeign_argument_count(const cforeign_signature *signature) { return signature->count; }

// Extends or cuts an integer slot to what its C type holds; callees may rely on either.
static uint64_t widen(char code, uint64_t slot) {
  switch (code) {
  case 'v': return 0;
  case 'b': return (uint8_t)slot != 0;
  case 'c': return (uint64_t)(int64_t)(int8_t)slot;
  case 'C': return (uint8_t)slot;
  case 's': return (uint64_t)(int64_t)(int16_t)slot;
  case 'S': return (uint16_t)slot;
  case 'i': return (uint64_t)(int64_t)(int32_t)slot;
  case 'I': case 'f': return (uint32_t)slot;
  default: return slot;
  }
}

typedef uint64_t (*integer_function)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t);

static uint64_t call_integers(const cforeign_signature *signature, void *function, const uint64_t *arguments) {
  uint64_t a[INTEGER_REGISTERS] = {0};
  integer_function target;
  memcpy(&target, &function, sizeof target);
  for (int k = 0; k < signature->count; k++) a[k] = widen(signature->codes[k], arguments[k]);
  return target(a[0], a[1], a[2], a[3], a[4], a[5]);
}

#define MIXED_PARAMETERS                                                                                               \
  uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, double, double, double, double, double, double, double, \
    double
typedef uint64_t (*mixed_integer_function)(MIXED_PARAMETERS);
typedef double (*mixed_double_function)(MIXED_PARAMETERS);
typedef float (*mixed_float_function)(MIXED_PARAMETERS);

static uint64_t call_mixed(const cforeign_signature *signature, void *function, const uint64_t *arguments) {
  uint64_t a[INTEGER_REGISTERS] = {0};
  double v[VECTOR_REGISTERS] = {0};
  int integers = 0, vectors = 0;
  for (int k = 0; k < signature->count; k++) {
    uint64_t slot = widen(signature->codes[k], arguments[k]);
    // A float travels in the low half of its register: its bits are passed on unconverted.
    if (is_vector(signature->codes[k])) memcpy(&v[vectors++], &slot, sizeof slot);
    else a[integers++] = slot;
  }
  uint64_t bits = 0;
  if (signature->result == 'd') {
    mixed_double_function target;
    memcpy(&target, &function, sizeof target);
    double result = target(
      a[0], a[1], a[2], a[3], a[4], a[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    memcpy(&bits, &result, sizeof result);
  } else if (signature->result == 'f') {
    mixed_float_function target;
    memcpy(&target, &function, sizeof target);
    float result = target(
      a[0], a[1], a[2], a[3], a[4], a[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    memcpy(&bits, &result, sizeof result);
  } else {
    mixed_integer_function target;
    memcpy(&target, &function, sizeof target);
    bits = target(a[0], a[1], a[2], a[3], a[4], a[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
  }
  return bits;
}

static uint64_t call_ffi(const cforeign_signature *signature, void *function, const uint64_t *arguments) {
  uint64_t slots[CFOREIGN_MAX_ARGUMENTS];
  // Older libffi versions write into the pointer array: it is rebuilt for each call.
  void *pointers[CFOREIGN_MAX_ARGUMENTS];
  union {
    ffi_arg integer;
    double real;
    uint64_t bits;
  } result = {0};
  void (*target)(void);
  memcpy(&target, &function, sizeof target);
  for (int k = 0; k < signature->count; k++) {
    slots[k] = widen(signature->codes[k], arguments[k]);
    pointers[k] = &slots[k]; // Little-endian: narrow types read the low bytes.
  }
  ffi_call((ffi_cif *)&signature->cif, target, &result, pointers);
  return result.bits;
}

void cforeign_call(const cforeign_signature *signature, void *function, const uint64_t *arguments, uint64_t *result,
                   int *error_number) {
  uint64_t bits;
  errno = 0;
  switch (signature->route) {
  case ROUTE_INTEGERS: bits = call_integers(signature, function, arguments); break;
  case ROUTE_MIXED: bits = call_mixed(signature, function, arguments); break;
  default: bits = call_ffi(signature, function, arguments); break;
  }
  if (error_number != NULL) *error_number = errno;
  if (result != NULL) *result = widen(signature->result, bits);
}
