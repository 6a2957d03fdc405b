/* nacre_abi.h: the binary contract between the Nacre host and native modules, ABI 1.0.
 *
 * Include nacre_plugin.h, which adds the declaration macros and inline helpers; this file holds only what both
 * sides must agree on byte for byte. Its SHA-256 is recorded in docs/abi.md and checked by Scripts/check-abi-hash.
 * Plain C11 and C++17, LP64 little-endian Linux (x86-64 and AArch64).
 *
 * THREADS. Each function is marked with where it may be called:
 *   [pipeline]  only on the thread the host called the module on, with the env of that call;
 *   [any]       any thread, any time between load and unload.
 *   A [pipeline] function called elsewhere returns NACRE_E_THREAD and does nothing.
 *
 * ERRORS. Functions return int32_t: NACRE_OK, a positive answer (never an error) or a negative code. A negative code
 *   also becomes the env's *pending error*: until error_clear, every later call that takes the env, except the
 *   error_*, scope_close, enum_close and ref_free functions, does nothing and returns the pending code, and out
 *   parameters are set to null / 0. So straight-line code may check once, at the end, by returning env->pending.
 *   (NACRE_E_THREAD is never pended: the env is not the caller's to change.)
 *   A callback that returns 0 with an error pending fails with that error. Nothing may unwind across this boundary:
 *   no C++ exception, longjmp, Swift error or Rust panic. In C++ every callback type is noexcept.
 *
 * OWNERSHIP. Everything the host hands over (values, handles, text, arrays) is borrowed: it stays valid until the
 *   callback returns or the scope it was made in is closed, whichever is first. Keep a value longer with ref_new.
 *   Everything a module hands over is copied by the host before the call returns, unless the function says otherwise.
 *   Memory from host->alloc is freed with host->free, never with another allocator, and the reverse.
 *
 * GROWTH. Members are added at the end of structs and never moved, removed or given another meaning. Every struct
 *   that may grow starts with struct_size, set by the side that made it; the other side reads only members that lie
 *   inside it (NACRE_HAS). Unknown enum values, flags and declaration keywords are ignored unless a comment says that
 *   they are refused. */
#ifndef NACRE_ABI_H
#define NACRE_ABI_H

#include <stddef.h>
#include <stdint.h>

#define NACRE_ABI_MAJOR 1u /* A different major is refused. */
#define NACRE_ABI_MINOR 0u /* Grows when members are appended; a newer minor on either side still works. */

#ifdef __cplusplus
#define NACRE_NOEXCEPT noexcept
#define NACRE_ASSERT(condition, text) static_assert(condition, text)
extern "C" {
#else
#define NACRE_NOEXCEPT
#define NACRE_ASSERT(condition, text) _Static_assert(condition, text)
#endif

/* True when `member` lies inside *p as its maker compiled it, and is not null. */
#define NACRE_HAS(type, p, member)                                                                                     \
  ((p)->struct_size >= offsetof(type, member) + sizeof((p)->member) && (p)->member != 0)

/* ---- Result codes ------------------------------------------------------------------------------------------------ */
enum {
  NACRE_OK = 0,
  NACRE_NONE = 1,          /* No such item, or the end of an enumeration. An answer, never pended. */
  NACRE_STOP_UPSTREAM = 2, /* Returned by process: enough input; earlier commands are stopped, end still runs. */
  NACRE_E_ERROR = -1,       /* A terminating error; its record is pending. */
  NACRE_E_STOPPED = -2,     /* The pipeline is being stopped: clean up and return this code. */
  NACRE_E_HANDLE = -3,      /* A handle, ref, scope, key or shape that is stale or was never given out. */
  NACRE_E_TYPE = -4,        /* The value has another type than asked for, or cannot be converted. */
  NACRE_E_THREAD = -5,      /* Wrong thread, or an env used outside its callback. */
  NACRE_E_CLOSING = -6,     /* The host or the port is shutting down. */
  NACRE_E_NOMEM = -7,       /* Out of memory. */
  NACRE_E_VERSION = -8,     /* Struct or ABI version not usable. */
  NACRE_E_AGAIN = -9,       /* A bounded queue is full: try later. */
  NACRE_E_ARGUMENT = -10,   /* A null or contradictory argument. */
  NACRE_E_UNSUPPORTED = -11, /* This host does not offer the function, member or flag. */
  NACRE_E_DEPTH = -12,      /* Calls nested too deeply. */
  NACRE_E_ENCODING = -13,   /* Text that is not UTF-8. */
  NACRE_E_NOTFOUND = -14    /* A command, type, member to call or path that does not exist. */
};

/* ---- Values ------------------------------------------------------------------------------------------------------ */
/* What `tag` says about the payload. Integers are stored widened to 64 bits: sign-extended in `i` (tags INT8, INT16,
 * INT32, INT64) or zero-extended in `u` (UINT8 ... UINT64), so any tag from INT8 to INT64 may be read from `i`. */
enum {
  NACRE_NULL = 0,
  NACRE_BOOL = 1,      /* i = 0 or 1. */
  NACRE_CHAR = 2,      /* u = one UTF-16 code unit. */
  NACRE_INT8 = 3,
  NACRE_UINT8 = 4,
  NACRE_INT16 = 5,
  NACRE_UINT16 = 6,
  NACRE_INT32 = 7,
  NACRE_UINT32 = 8,
  NACRE_INT64 = 9,
  NACRE_UINT64 = 10,
  NACRE_FLOAT = 11,    /* d, a [single] widened. */
  NACRE_DOUBLE = 12,   /* d. */
  NACRE_DATETIME = 13, /* i = 100 ns ticks since 0001-01-01; aux = 0 unspecified, 1 UTC, 2 local. */
  NACRE_TIMESPAN = 14, /* i = 100 ns ticks. */
  NACRE_SWITCH = 15,   /* i = 0 or 1, a [switch]. */
  NACRE_STRING = 16,   /* p, len: UTF-8, may contain NUL, not NUL-terminated unless flagged. */
  NACRE_BYTES = 17,  /* b, len. Module to host: a new [byte[]]. The host gives [byte[]] as a NACRE_KIND_BYTES handle. */
  NACRE_HANDLE = 32    /* h: anything else; aux = its kind. Values above 32 are reserved. */
};

/* Flags of STRING and BYTES. */
enum {
  NACRE_F_NUL = 1,    /* p[len] is NUL. */
  NACRE_F_STATIC = 2, /* Module to host: the bytes stay unchanged until unload; the host need not copy. */
  NACRE_F_LOSSY = 4,  /* Module to host: file name bytes; each byte that is not UTF-8 becomes U+FFFD, no error. */
  NACRE_F_WTF8 = 8    /* Lone UTF-16 surrogates are present as 3-byte sequences. */
};

/* `aux` of a HANDLE: a hint, so that code need not ask. Treat kinds you do not know as NACRE_KIND_OBJECT. */
enum {
  NACRE_KIND_OBJECT = 0,     /* Any object, also a scalar or string that carries extra members. */
  NACRE_KIND_BYTES = 1,      /* [byte[]]: array_data borrows the bytes. */
  NACRE_KIND_ARRAY = 2,
  NACRE_KIND_LIST = 3,
  NACRE_KIND_HASHTABLE = 4,
  NACRE_KIND_ORDERED = 5,
  NACRE_KIND_SCRIPTBLOCK = 6,
  NACRE_KIND_ERROR = 7,      /* An ErrorRecord. */
  NACRE_KIND_DECIMAL = 8,    /* Made with convert(text, "decimal"), read with to_string or to_double. */
  NACRE_KIND_BIGINT = 9,
  NACRE_KIND_GUID = 10,
  NACRE_KIND_VERSION = 11,
  NACRE_KIND_TYPE = 12,
  NACRE_KIND_REGEX = 13,
  NACRE_KIND_ENUM = 14,      /* to_int64 gives the number, to_string the name. */
  NACRE_KIND_POINTER = 15,   /* Made by pointer_new. */
  NACRE_KIND_CUSTOM = 16     /* A PSCustomObject. */
};

/* One value. 16 bytes: two registers as argument and as result. */
typedef struct nacre_value {
  uint8_t tag;   /* NACRE_NULL ... NACRE_HANDLE. */
  uint8_t flags; /* NACRE_F_..., 0 for tags other than STRING and BYTES. */
  uint16_t aux;  /* DATETIME kind or HANDLE kind, else 0. */
  uint32_t len;  /* Bytes of a STRING or BYTES, else 0. */
  union {
    int64_t i;
    uint64_t u;
    double d;
    const char *p;
    const uint8_t *b;
    uint64_t h; /* Low 32 bits index, high 32 bits generation. 0 is never a live handle. */
  };
} nacre_value;

NACRE_ASSERT(sizeof(nacre_value) == 16, "a value is 16 bytes");

/* Text argument or result: UTF-8, not NUL-terminated. p may be null when n is 0. */
typedef struct nacre_text {
  const char *p;
  size_t n;
} nacre_text;

typedef uint64_t nacre_ref;   /* Keeps a value alive across callbacks. 0 = none. */
typedef uint64_t nacre_scope; /* A nested handle scope. 0 = none. */
typedef uint64_t nacre_iter;  /* An open enumeration. 0 = none. */
typedef uint32_t nacre_key;   /* An interned member name, valid until the module unloads. 0 = none. */
typedef uint32_t nacre_shape; /* Type names + property names of a custom object, until unload. 0 = none. */

typedef struct nacre_host nacre_host;
typedef struct nacre_env nacre_env;

/* ---- The environment of one call --------------------------------------------------------------------------------- */
/* Streams: bits of nacre_env.wanted, and the `stream` argument of write_text (one bit). */
enum {
  NACRE_STREAM_WARNING = 1,
  NACRE_STREAM_VERBOSE = 2,
  NACRE_STREAM_DEBUG = 4,
  NACRE_STREAM_INFORMATION = 8,
  NACRE_STREAM_PROGRESS = 16
};

/* What a callback gets. Made by the host, valid until the callback returns; everything but `self` and `module` is read
 * only. The host may use one env for several callbacks of an invocation or a new one for each. Calls a module makes
 * while in a callback (invoke) suspend this env; it is usable again when they return. */
struct nacre_env {
  uint32_t struct_size;
  uint32_t abi_major;
  uint32_t abi_minor;
  int32_t pending;           /* Code of the pending error, 0 = none. */
  const nacre_host *host;    /* The function table: same pointer for the life of the process. */
  const uint32_t *stop;      /* Never null. Becomes nonzero when the pipeline stops: poll it with nacre_stopping
                                (an atomic load), also from worker threads while the invocation lasts. */
  void *self;                /* The module's own pointer for this cmdlet invocation: set in create, seen by later
                                callbacks, passed to stop and destroy. Null in load/unload. */
  void *module;              /* The module's own pointer: set in load, seen by every later callback. */
  const nacre_value *params; /* params[k] = value of the k-th declared parameter; null when not bound and without
                                default. Statically declared first, then those of declare_params. */
  const uint64_t *bound;     /* Bit k: parameter k was given by the caller or the pipeline (not by default). */
  nacre_text parameter_set;  /* Name of the chosen set, "" when the cmdlet has none. */
  uint32_t param_count;
  uint32_t wanted;           /* NACRE_STREAM_ bits that would be shown or captured: skip costly text otherwise. */
  int32_t stop_fd;           /* Readable (poll) once stop is nonzero, or -1 when the host has none. */
  uint32_t phase;            /* NACRE_PHASE_. */
  const struct nacre_command *command; /* The row of the command that runs, as registered; null in load, unload and
                                          members. */
};

enum {
  NACRE_PHASE_LOAD = 1, /* load and unload: no parameters, no output. */
  NACRE_PHASE_CREATE = 2,
  NACRE_PHASE_BIND = 3,
  NACRE_PHASE_BEGIN = 4,
  NACRE_PHASE_PROCESS = 5,
  NACRE_PHASE_END = 6,
  NACRE_PHASE_CLEAN = 7,
  NACRE_PHASE_COMPLETE = 8,
  NACRE_PHASE_MEMBER = 9 /* A code member's get, set or call. */
};

/* ---- Records passed to the host (all start with struct_size; zero the rest) -------------------------------------- */
/* Error categories, numbered as in PowerShell. */
enum {
  NACRE_NOT_SPECIFIED = 0, NACRE_OPEN_ERROR = 1, NACRE_CLOSE_ERROR = 2, NACRE_DEVICE_ERROR = 3,
  NACRE_DEADLOCK_DETECTED = 4, NACRE_INVALID_ARGUMENT = 5, NACRE_INVALID_DATA = 6, NACRE_INVALID_OPERATION = 7,
  NACRE_INVALID_RESULT = 8, NACRE_INVALID_TYPE = 9, NACRE_METADATA_ERROR = 10, NACRE_NOT_IMPLEMENTED = 11,
  NACRE_NOT_INSTALLED = 12, NACRE_OBJECT_NOT_FOUND = 13, NACRE_OPERATION_STOPPED = 14, NACRE_OPERATION_TIMEOUT = 15,
  NACRE_SYNTAX_ERROR = 16, NACRE_PARSER_ERROR = 17, NACRE_PERMISSION_DENIED = 18, NACRE_RESOURCE_BUSY = 19,
  NACRE_RESOURCE_EXISTS = 20, NACRE_RESOURCE_UNAVAILABLE = 21, NACRE_READ_ERROR = 22, NACRE_WRITE_ERROR = 23,
  NACRE_FROM_STDERR = 24, NACRE_SECURITY_ERROR = 25, NACRE_PROTOCOL_ERROR = 26, NACRE_CONNECTION_ERROR = 27,
  NACRE_AUTHENTICATION_ERROR = 28, NACRE_LIMITS_EXCEEDED = 29, NACRE_QUOTA_EXCEEDED = 30, NACRE_NOT_ENABLED = 31
};

/* An error to report. Texts of length 0 take the default in brackets. */
typedef struct nacre_error {
  uint32_t struct_size;
  int32_t category;       /* NACRE_NOT_SPECIFIED ...; unknown numbers mean NOT_SPECIFIED. */
  nacre_text id;          /* Left half of the FullyQualifiedErrorId ["NativeError"]. */
  nacre_text message;     /* What is shown ["Unspecified error"]. */
  nacre_text exception;   /* Type name of the exception ["System.InvalidOperationException"]. */
  nacre_text target_name; /* Replaces the target's text in CategoryInfo [to_string(target)]. */
  nacre_text recommended; /* ErrorDetails.RecommendedAction [none]. */
  nacre_text help;        /* Exception.HelpLink [none]. */
  nacre_value target;     /* TargetObject. */
  nacre_value inner;      /* An ErrorRecord handle whose exception becomes InnerException, or null. */
  int32_t os_error;       /* errno when the cause is a system call, else 0. */
  int32_t reserved;
} nacre_error;

/* A progress update. Records with the same id replace each other. */
typedef struct nacre_progress {
  uint32_t struct_size;
  int32_t id;        /* >= 0. */
  int32_t parent_id; /* -1 = none. */
  int32_t percent;   /* 0 ... 100, or -1 = not known. */
  int32_t seconds_remaining; /* -1 = not known. */
  int32_t completed; /* Nonzero removes the record. */
  nacre_text activity;  /* Must not be empty. */
  nacre_text status;
  nacre_text operation;
} nacre_progress;

/* A named argument of a call. A switch is given NACRE_SWITCH or NACRE_BOOL. */
typedef struct nacre_argument {
  nacre_text name; /* Without the dash. */
  nacre_value value;
} nacre_argument;

enum {
  NACRE_CALL_NEW_SCOPE = 1,   /* Script block: run in a child scope (&); otherwise in its own caller's scope (.). */
  NACRE_CALL_UNDERBAR = 2,    /* `underbar` is $_ while the block runs. */
  NACRE_CALL_TO_PIPELINE = 4, /* Output goes to this cmdlet's output stream; `out` is set to null. */
  NACRE_CALL_MERGE_ERRORS = 8, /* Non-terminating errors are put among the output as ErrorRecords (2>&1). Otherwise
                                  they go to this cmdlet's error stream. */
  NACRE_CALL_ARRAY = 16       /* `out` is always an array; otherwise null, the one object, or an array. */
};

/* How to call a command or script block. May be NULL = no arguments, no input, no flags. */
typedef struct nacre_call {
  uint32_t struct_size;
  uint32_t flags;
  const nacre_value *args; /* Positional arguments; $args and positional parameters. */
  size_t arg_count;
  const nacre_argument *named;
  size_t named_count;
  const nacre_value *input; /* Piped in, one object each. */
  size_t input_count;
  nacre_value underbar;
  /* When set, gets output in batches as it comes, on the pipeline thread, and `out` is set to null. A nonzero result
   * stops the call: NACRE_STOP_UPSTREAM quietly, a negative code as error. */
  int32_t (*sink)(nacre_env *env, void *context, const nacre_value *values, size_t count) NACRE_NOEXCEPT;
  void *context;
} nacre_call;

/* Member kinds: bits, numbered as PSMemberTypes. */
enum {
  NACRE_ALIAS_PROPERTY = 1,
  NACRE_CODE_PROPERTY = 2,
  NACRE_PROPERTY = 4,
  NACRE_NOTE_PROPERTY = 8,
  NACRE_SCRIPT_PROPERTY = 16,
  NACRE_PROPERTY_SET = 32,
  NACRE_METHOD = 64,
  NACRE_CODE_METHOD = 128,
  NACRE_SCRIPT_METHOD = 256,
  NACRE_PROPERTIES = 63,
  NACRE_METHODS = 448
};

/* A member to add to an object or a type. */
typedef struct nacre_member {
  uint32_t struct_size; /* Also the stride of an array of members. */
  uint32_t kind;        /* NOTE, ALIAS, SCRIPT or CODE property, PROPERTY_SET, SCRIPT or CODE method. */
  nacre_text name;
  nacre_value value;  /* NOTE: the value. ALIAS: name of the target. SCRIPT property: getter block. SCRIPT method: the
                         block. PROPERTY_SET: array of names. CODE: ignored. A block may be given as text. */
  nacre_value second; /* SCRIPT property: setter block or null. ALIAS: type name to convert to, or null. */
  /* CODE property: reads / writes it ([pipeline]; set may be null). The functions stay callable until unload. */
  int32_t (*get)(nacre_env *env, void *context, nacre_value object, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*set)(nacre_env *env, void *context, nacre_value object, nacre_value value) NACRE_NOEXCEPT;
  /* CODE method. */
  int32_t (*call)(nacre_env *env, void *context, nacre_value object, const nacre_value *args, size_t count,
                  nacre_value *out) NACRE_NOEXCEPT;
  void *context;
} nacre_member;

/* Type data: what Update-TypeData can say. Applied to every object whose type names contain type_name. */
typedef struct nacre_type_data {
  uint32_t struct_size;
  uint32_t flags; /* 1 = replace members that exist already instead of failing. */
  nacre_text type_name;
  const nacre_member *members;
  size_t member_count;
  const nacre_text *display; /* DefaultDisplayPropertySet. */
  size_t display_count;
  const nacre_text *keys; /* DefaultKeyPropertySet. */
  size_t key_count;
  nacre_text display_property; /* DefaultDisplayProperty, used by Format-Wide. */
  int32_t serialization_depth; /* 0 = default. */
  int32_t reserved;
} nacre_type_data;

/* One property as listed by `properties`. */
typedef struct nacre_property {
  nacre_text name;
  nacre_value value; /* Null when the getter failed or NACRE_LIST_NAMES was given. */
  uint32_t kind;     /* One member kind bit. */
  int32_t status;    /* 0, or the code the getter failed with (not pended). */
} nacre_property;

/* What `complete` is asked. */
typedef struct nacre_complete {
  uint32_t struct_size;
  uint32_t reserved;
  nacre_text command;
  nacre_text parameter;
  nacre_text word;              /* Typed so far, quotes removed. */
  const nacre_argument *given;  /* Parameters already on the line whose values are known. */
  size_t given_count;
} nacre_complete;

/* Facts about the running invocation. */
typedef struct nacre_call_info {
  uint32_t struct_size;
  uint32_t expecting_input; /* 1 when something is piped in. */
  int32_t pipeline_position; /* 1-based. */
  int32_t pipeline_length;
  nacre_text name;        /* As typed: a command or alias name. */
  nacre_text line;        /* The source line of the call, "" if none. */
  nacre_text script;      /* Path of the calling script, "" if none. */
  int32_t line_number;    /* 0 if none. */
  int32_t console_width;  /* Columns; 80 when output is not a terminal. */
  int32_t console_height; /* Rows; 0 when output is not a terminal. */
  int32_t reserved;
} nacre_call_info;

/* ---- Flags of single functions ----------------------------------------------------------------------------------- */
enum {
  NACRE_WRITE_ENUMERATE = 1, /* write: send the elements of a collection one by one. */
  NACRE_INFO_HOST = 1,       /* write_information: what Write-Host does (tag PSHOST, shown). */
  NACRE_INFO_NO_NEWLINE = 2,
  NACRE_COMPARE_CASE = 1,    /* compare, equals, hash, like: case counts. */
  NACRE_COMPARE_ORDINAL = 2, /* compare: by code unit instead of the culture's order. */
  NACRE_LIST_NAMES = 1,      /* properties: do not run getters. */
  NACRE_LIST_HIDDEN = 2,     /* properties: hidden members too. */
  NACRE_ENUM_ENTRIES = 1,    /* enum_open: a dictionary's entries too; otherwise it is one object, as in a pipeline. */
  NACRE_HASH_ORDERED = 1,    /* hashtable_new: [ordered]. */
  NACRE_PATH_LITERAL = 1,    /* path_resolve: no wildcards. */
  NACRE_PATH_MISSING = 2,    /* path_resolve: a path that does not exist is answered, not an error. */
  NACRE_READ_SECRET = 1      /* read_line: do not echo. */
};

/* How memory passed to buffer_new is owned. */
enum {
  NACRE_COPY = 0,   /* Copied before the call returns. */
  NACRE_STATIC = 1, /* Unchanged until unload. */
  NACRE_OWNED = 2   /* The host calls release(context, p) exactly once, on [any] thread, also when the call fails. */
};

#ifdef __cplusplus
}
#endif

#include "nacre_host.h"
#include "nacre_module.h"

#endif
