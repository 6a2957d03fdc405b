/* nacre_plugin.h: the header a native Nacre module includes. C11 or C++17, no library to link.
 *
 *   #include <nacre_plugin.h>
 *
 *   static uint32_t sum(const uint8_t *data, size_t size) {
 *     uint32_t total = 0;
 *     while (size--) total += *data++;
 *     return total;
 *   }
 *   NACRE_FUNCTION("Get-ByteSum", sum, "u32(bytes Data); help 'Adds up bytes.'");
 *   NACRE_MODULE("ByteSum", "1.0.0", "help 'Sums of bytes.'");
 *
 *   cc -shared -fPIC -fvisibility=hidden bytesum.c -o ByteSum.so
 *
 * Part 1: declaring a module. Part 2: inline helpers over the contract. Neither part is itself part of the binary
 * contract: both compile into the module. The contract is nacre_abi.h; the languages are defined in docs/abi.md. */
#ifndef NACRE_PLUGIN_H
#define NACRE_PLUGIN_H

#include <errno.h>
#include <string.h>

#include "nacre_abi.h"

#define NACRE_HIDDEN __attribute__((visibility("hidden")))
#ifdef __cplusplus
#define NACRE_EXPORT extern "C" __attribute__((visibility("default")))
#define NACRE_EXTERN extern "C"
#else
#define NACRE_EXPORT __attribute__((visibility("default")))
#define NACRE_EXTERN extern
#endif

/* ==== Part 1: declaring a module ================================================================================ */

/* A plain C function as a command. `signature`: "RESULT(PARAMETERS)", after which further statements may follow:
 *   NACRE_FUNCTION("Get-Crc32", crc32_of, "u32(bytes Data, u32 Seed = 0); help 'CRC-32 of bytes.'");
 *
 *   in the signature        C parameters                         PowerShell type
 *   i8 ... i64, u8 ... u64  int8_t ... uint64_t                  sbyte, short, int, long, byte, ushort, uint, ulong
 *   size                    size_t                               ulong
 *   f32, f64                float, double                        float, double
 *   bool, switch            bool                                 bool, switch
 *   cstr                    const char * (NUL-terminated)        string
 *   path                    const char *, absolute, resolved     string
 *   text                    const char *, size_t                 string
 *   bytes                   const uint8_t *, size_t              byte[]; text gives its UTF-8
 *   NUMBER[]                const NUMBER *, size_t               array
 *   cstr[]                  const char *const *, size_t          string[]
 *   out NUMBER N            NUMBER *                             output
 *   out cstr N              char **        (malloc, host frees)  output, null stays null
 *   out text|bytes|NUMBER[] N       TYPE **, size_t *  (malloc, host frees)          output
 *   out text|bytes|NUMBER[] N[CAP]  TYPE *, size_t *   (room for *size = CAP; set it to what was used)
 *   inout NUMBER N          NUMBER *                             parameter and output
 *   err                     const char **  set it to fail with that message (static or thread-local text)
 *   env                     nacre_env *    to write streams, read variables ...
 *   TYPE N?                 may be left out: zero, null pointer, size 0
 *   TYPE N = LITERAL        default
 *
 *   RESULT: void, a number, bool, cstr (borrowed, null = $null), owned cstr (the host frees it), or status (int:
 *   0 = success, > 0 an errno, < 0 a negated errno; no output). After ")" may follow `fails COND`: when the result
 *   meets it the call failed with errno. COND is null, nonzero, zero, negative, or a number. */
#define NACRE_FUNCTION(name, function, signature)                                                                      \
  NACRE_NOTE(nacre_note_##function, "function " name " " signature);                                                   \
  static const nacre_command nacre_row_##function NACRE_ROW = {name, nacre_note_##function.payload, 0,                 \
                                                               (nacre_function)(function)}

/* A cmdlet: `ops` names a static nacre_cmdlet, `declarations` is its text in the declaration language:
 *   NACRE_CMDLET("Measure-Word", measure_word, "param string Text pos 0 mandatory pipeline; output int"); */
#define NACRE_CMDLET(name, ops, declarations)                                                                          \
  NACRE_NOTE(nacre_note_##ops, "cmdlet " name "\n" declarations);                                                      \
  static const nacre_command nacre_row_##ops NACRE_ROW = {name, nacre_note_##ops.payload, &(ops), 0}

/* The module, once per shared object, in any of its files. `declarations`: its statements, may be "". */
#define NACRE_MODULE(name, version, declarations) NACRE_MODULE_HOOKS(name, version, declarations, 0, 0)
#define NACRE_MODULE_HOOKS(name, version, declarations, load_hook, unload_hook)                                        \
  NACRE_NOTE(nacre_note_of_module, "module " name " " version "\nabi 1.0\n" declarations);                             \
  NACRE_ENTRY(nacre_note_of_module.payload, load_hook, unload_hook)

/* The whole text from a file instead, for modules whose code is not C: NACRE_DECLARATIONS("UnixInfo.nacre"); makes
 * the note of it. The path is relative to the directory the compiler runs in. */
#define NACRE_DECLARATIONS(path)                                                                                       \
  __asm__(".pushsection " NACRE_NOTE_SECTION ",\"a\",%note\n"                                                          \
          ".balign 4\n"                                                                                                \
          ".long 6, nacre_declarations_end - nacre_declarations, 0x4e414352\n"                                         \
          ".asciz \"" NACRE_NOTE_OWNER "\"\n"                                                                          \
          ".balign 4\n"                                                                                                \
          ".hidden nacre_declarations, nacre_declarations_end\n"                                                       \
          ".globl nacre_declarations\n"                                                                                \
          "nacre_declarations:\n"                                                                                      \
          ".incbin \"" path "\"\n"                                                                                     \
          ".byte 0\n"                                                                                                  \
          "nacre_declarations_end:\n"                                                                                  \
          ".balign 4\n"                                                                                                \
          ".popsection\n");                                                                                            \
  NACRE_EXTERN const char nacre_declarations[] NACRE_HIDDEN;                                                           \
  const char *nacre_declaration_text(void) { return nacre_declarations; }                                              \
  NACRE_EXTERN const char *nacre_declaration_text(void) NACRE_HIDDEN

/* The text of NACRE_DECLARATIONS, for nacre_module.declaration. Defined by that macro. */
NACRE_EXTERN const char *nacre_declaration_text(void) NACRE_HIDDEN;

/* Head of a nacre_cmdlet or nacre_module initialiser: struct_size, abi_major, abi_minor. */
#define NACRE_HEAD(type) (uint32_t)sizeof(type), NACRE_ABI_MAJOR, NACRE_ABI_MINOR

/* The host's table, set before load runs: for ref_free and free where no env is at hand. */
NACRE_EXTERN const nacre_host *nacre_the_host NACRE_HIDDEN;

/* -- What the macros above are made of -- */
#define NACRE_NOTE(symbol, literal)                                                                                    \
  static const struct {                                                                                                \
    uint32_t owner_size, payload_size, type;                                                                           \
    char owner[8];                                                                                                     \
    char payload[(sizeof(literal) + 3) / 4 * 4];                                                                       \
  } symbol __attribute__((used, section(NACRE_NOTE_SECTION), aligned(4))) = {                                          \
      sizeof(NACRE_NOTE_OWNER), sizeof(literal), NACRE_NOTE_TYPE, NACRE_NOTE_OWNER, literal}

#if defined(__has_attribute)
#if __has_attribute(retain)
#define NACRE_RETAIN retain,
#endif
#endif
#ifndef NACRE_RETAIN
#define NACRE_RETAIN
#endif
#define NACRE_ROW __attribute__((NACRE_RETAIN used, section("nacre_rows"), aligned(8)))

/* The linker collects the rows of all files of a module and names both ends. */
NACRE_EXTERN const nacre_command nacre_rows_begin[] __asm__("__start_nacre_rows") NACRE_HIDDEN;
NACRE_EXTERN const nacre_command nacre_rows_end[] __asm__("__stop_nacre_rows") NACRE_HIDDEN;

#define NACRE_ENTRY(text, load_hook, unload_hook)                                                                      \
  __asm__(".pushsection nacre_rows,\"aw\"\n.popsection\n"); /* Exists even without rows. */                            \
  const nacre_host *nacre_the_host = 0;                                                                                \
  NACRE_EXPORT const nacre_module *nacre_module_v1(const nacre_host *host) NACRE_NOEXCEPT;                             \
  const nacre_module *nacre_module_v1(const nacre_host *host) NACRE_NOEXCEPT {                                         \
    static nacre_module module;                                                                                        \
    if (host->abi_major != NACRE_ABI_MAJOR) return 0;                                                                  \
    nacre_the_host = host;                                                                                             \
    module.struct_size = (uint32_t)sizeof(module);                                                                     \
    module.abi_major = NACRE_ABI_MAJOR;                                                                                \
    module.abi_minor = NACRE_ABI_MINOR;                                                                                \
    module.declaration = text;                                                                                         \
    module.commands = nacre_rows_begin;                                                                                \
    module.command_count = (size_t)((const char *)nacre_rows_end - (const char *)nacre_rows_begin) /                   \
                           sizeof(nacre_command);                                                                      \
    module.command_stride = sizeof(nacre_command);                                                                     \
    module.load = load_hook;                                                                                           \
    module.unload = unload_hook;                                                                                       \
    return &module;                                                                                                    \
  }                                                                                                                    \
  NACRE_EXPORT const nacre_module *nacre_module_v1(const nacre_host *host) NACRE_NOEXCEPT

/* ==== Part 2: inline helpers ==================================================================================== */

/* -- Text and values -- */
static inline nacre_text nacre_span(const char *p, size_t n) {
  nacre_text text;
  text.p = p;
  text.n = n;
  return text;
}

/* Text of a C string; null gives "". */
static inline nacre_text nacre_t(const char *string) { return nacre_span(string, string ? strlen(string) : 0); }

static inline nacre_value nacre_make(uint8_t tag, int64_t bits) {
  nacre_value value;
  value.tag = tag;
  value.flags = 0;
  value.aux = 0;
  value.len = 0;
  value.i = bits;
  return value;
}

static inline nacre_value nacre_null(void) { return nacre_make(NACRE_NULL, 0); }
static inline nacre_value nacre_bool(int yes) { return nacre_make(NACRE_BOOL, yes != 0); }
static inline nacre_value nacre_switch(int yes) { return nacre_make(NACRE_SWITCH, yes != 0); }
static inline nacre_value nacre_byte(uint8_t n) { return nacre_make(NACRE_UINT8, n); }
static inline nacre_value nacre_int32(int32_t n) { return nacre_make(NACRE_INT32, n); }
static inline nacre_value nacre_uint32(uint32_t n) { return nacre_make(NACRE_UINT32, n); }
static inline nacre_value nacre_int64(int64_t n) { return nacre_make(NACRE_INT64, n); }
static inline nacre_value nacre_uint64(uint64_t n) { return nacre_make(NACRE_UINT64, (int64_t)n); }

static inline nacre_value nacre_double(double number) {
  nacre_value value = nacre_make(NACRE_DOUBLE, 0);
  value.d = number;
  return value;
}

/* A [datetime] from Unix time; kind = 1 UTC, 2 local (then the seconds are local ones too). */
static inline nacre_value nacre_datetime(int64_t seconds, int32_t nanoseconds, uint16_t kind) {
  nacre_value value =
      nacre_make(NACRE_DATETIME, (seconds + INT64_C(62135596800)) * INT64_C(10000000) + nanoseconds / 100);
  value.aux = kind;
  return value;
}

static inline nacre_value nacre_timespan(int64_t ticks) { return nacre_make(NACRE_TIMESPAN, ticks); }

/* Text value; more than 4 GiB needs buffer_new and gives null here. A null text gives "". */
static inline nacre_value nacre_string(nacre_text text) {
  nacre_value value = nacre_make(NACRE_STRING, 0);
  if (text.n > UINT32_MAX) return nacre_null();
  value.len = (uint32_t)text.n;
  value.p = text.p;
  return value;
}

/* Value of a C string; null gives null. */
static inline nacre_value nacre_str(const char *string) {
  return string ? nacre_string(nacre_t(string)) : nacre_null();
}

static inline nacre_value nacre_bytes(const uint8_t *bytes, size_t size) {
  nacre_value value = nacre_make(NACRE_BYTES, 0);
  if (size > UINT32_MAX) return nacre_null();
  value.len = (uint32_t)size;
  value.b = bytes;
  return value;
}

static inline int nacre_is_null(nacre_value value) { return value.tag == NACRE_NULL; }
static inline int nacre_is_text(nacre_value value) { return value.tag == NACRE_STRING; }
static inline int nacre_is_integer(nacre_value value) { return value.tag >= NACRE_INT8 && value.tag <= NACRE_UINT64; }
static inline int nacre_is_handle(nacre_value value, uint16_t kind) {
  return value.tag == NACRE_HANDLE && value.aux == kind;
}

/* Text of a STRING value, "" of anything else. */
static inline nacre_text nacre_text_of(nacre_value value) {
  return value.tag == NACRE_STRING ? nacre_span(value.p, value.len) : nacre_span("", 0);
}

/* -- The environment -- */
/* Nonzero when the pipeline is being stopped. [any] */
static inline int nacre_stopping(const nacre_env *env) { return __atomic_load_n(env->stop, __ATOMIC_RELAXED) != 0; }

static inline nacre_value nacre_param(const nacre_env *env, uint32_t index) {
  return index < env->param_count ? env->params[index] : nacre_null();
}
static inline int nacre_is_bound(const nacre_env *env, uint32_t index) {
  return index < env->param_count && ((env->bound[index / 64] >> (index % 64)) & 1) != 0;
}
static inline nacre_text nacre_param_text(const nacre_env *env, uint32_t index) {
  return nacre_text_of(nacre_param(env, index));
}
/* A bool or switch parameter. */
static inline int nacre_param_is(const nacre_env *env, uint32_t index) {
  nacre_value value = nacre_param(env, index);
  return (value.tag == NACRE_BOOL || value.tag == NACRE_SWITCH) && value.i != 0;
}
static inline int64_t nacre_param_integer(const nacre_env *env, uint32_t index, int64_t otherwise) {
  nacre_value value = nacre_param(env, index);
  return nacre_is_integer(value) ? value.i : otherwise;
}

/* -- Streams -- */
static inline int32_t nacre_write(nacre_env *env, nacre_value value) { return env->host->write(env, value, 0); }
static inline int32_t nacre_say(nacre_env *env, uint32_t stream, const char *text) {
  return (env->wanted & stream) ? env->host->write_text(env, stream, nacre_t(text)) : env->pending;
}
static inline int32_t nacre_warning(nacre_env *env, const char *text) {
  return nacre_say(env, NACRE_STREAM_WARNING, text);
}
static inline int32_t nacre_verbose(nacre_env *env, const char *text) {
  return nacre_say(env, NACRE_STREAM_VERBOSE, text);
}
static inline int32_t nacre_debug(nacre_env *env, const char *text) { return nacre_say(env, NACRE_STREAM_DEBUG, text); }

static inline int32_t nacre_report(nacre_env *env, const char *activity, const char *status, int32_t percent) {
  nacre_progress progress;
  if (!(env->wanted & NACRE_STREAM_PROGRESS)) return env->pending;
  memset(&progress, 0, sizeof progress);
  progress.struct_size = (uint32_t)sizeof progress;
  progress.parent_id = -1;
  progress.percent = percent;
  progress.seconds_remaining = -1;
  progress.completed = percent >= 100;
  progress.activity = nacre_t(activity);
  progress.status = nacre_t(status);
  return env->host->write_progress(env, &progress);
}

/* -- Errors -- */
static inline nacre_error nacre_error_with(const char *id, int32_t category, const char *message, nacre_value target) {
  nacre_error error;
  memset(&error, 0, sizeof error);
  error.struct_size = (uint32_t)sizeof error;
  error.category = category;
  error.id = nacre_t(id);
  error.message = nacre_t(message);
  error.target = target;
  return error;
}
/* Terminating: `return nacre_fail(env, ...)`. */
static inline int32_t nacre_fail(nacre_env *env, const char *id, int32_t category, const char *message,
                                 nacre_value target) {
  nacre_error error = nacre_error_with(id, category, message, target);
  return env->host->fail(env, &error);
}
/* Non-terminating. */
static inline int32_t nacre_report_error(nacre_env *env, const char *id, int32_t category, const char *message,
                                         nacre_value target) {
  nacre_error error = nacre_error_with(id, category, message, target);
  return env->host->write_error(env, &error);
}

/* -- Members -- */
/* A property, null when missing. */
static inline nacre_value nacre_get(nacre_env *env, nacre_value object, const char *name) {
  nacre_value value = nacre_null();
  env->host->get(env, object, nacre_t(name), &value);
  return value;
}
static inline int32_t nacre_set(nacre_env *env, nacre_value object, const char *name, nacre_value value) {
  return env->host->set(env, object, nacre_t(name), value);
}
/* A variable, null when missing. */
static inline nacre_value nacre_variable(nacre_env *env, const char *name) {
  nacre_value value = nacre_null();
  env->host->var_get(env, nacre_t(name), &value);
  return value;
}

#endif
