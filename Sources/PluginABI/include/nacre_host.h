/* nacre_host.h: the table of functions the host offers (part of the contract; included by nacre_abi.h).
 * The table is read only and lives as long as the process. All members of 1.0 are non-null in every 1.x host; a
 * function a host cannot offer returns NACRE_E_UNSUPPORTED. `out` pointers must not be null unless the text says so. */
#ifndef NACRE_HOST_H
#define NACRE_HOST_H

#include "nacre_abi.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef void (*nacre_release)(void *context, void *memory) NACRE_NOEXCEPT;

struct nacre_host {
  uint32_t struct_size;
  uint32_t abi_major;
  uint32_t abi_minor;
  uint32_t flags;         /* 0. */
  const char *name;       /* "nacre". */
  const char *version;    /* Product version, for messages only: never test it. */

  /* -- Memory [any] -- */
  void *(*alloc)(size_t size) NACRE_NOEXCEPT; /* 16-byte aligned, null when out of memory. */
  void *(*realloc)(void *memory, size_t size) NACRE_NOEXCEPT;
  void (*free)(void *memory) NACRE_NOEXCEPT; /* Null is allowed. */

  /* -- Extensions [any] -- A table named `name` in exactly version `version`, or null. The table starts with
   *    struct_size and lives as long as the process. Names: "nacre.x" stable, "nacre.exp.x" may change. */
  const void *(*get_extension)(const char *name, uint32_t version) NACRE_NOEXCEPT;

  /* -- Errors [pipeline]; these work while an error is pending -- */
  /* Makes a terminating error pending and returns NACRE_E_ERROR, for `return host->fail(env, &e)`. A first pending
   * error is kept: later ones are dropped. */
  int32_t (*fail)(nacre_env *env, const nacre_error *error) NACRE_NOEXCEPT;
  /* The same with an ErrorRecord handle, to rethrow one. */
  int32_t (*fail_with)(nacre_env *env, nacre_value error_record) NACRE_NOEXCEPT;
  /* The pending error as ErrorRecord handle; NACRE_NONE and null when there is none. Leaves it pending. */
  int32_t (*error_pending)(nacre_env *env, nacre_value *out) NACRE_NOEXCEPT;
  /* Forgets the pending error. A pending NACRE_E_STOPPED cannot be cleared and is returned. */
  int32_t (*error_clear)(nacre_env *env) NACRE_NOEXCEPT;
  /* Makes an ErrorRecord without reporting it. */
  int32_t (*error_new)(nacre_env *env, const nacre_error *error, nacre_value *out) NACRE_NOEXCEPT;
  /* Writes a non-terminating error. Negative when $ErrorActionPreference turns it into a terminating one. */
  int32_t (*write_error)(nacre_env *env, const nacre_error *error) NACRE_NOEXCEPT;
  int32_t (*write_error_record)(nacre_env *env, nacre_value error_record) NACRE_NOEXCEPT;

  /* -- Output and streams [pipeline], in bind, begin, process, end and clean (output not in clean) -- */
  /* NACRE_E_STOPPED once nobody wants more output. `flags`: 0 or NACRE_WRITE_ENUMERATE. */
  int32_t (*write)(nacre_env *env, nacre_value value, uint32_t flags) NACRE_NOEXCEPT;
  int32_t (*write_many)(nacre_env *env, const nacre_value *values, size_t count) NACRE_NOEXCEPT;
  /* One line of text to WARNING, VERBOSE or DEBUG. The preference variables decide what becomes of it. */
  int32_t (*write_text)(nacre_env *env, uint32_t stream, nacre_text text) NACRE_NOEXCEPT;
  /* Any object to the information stream. */
  int32_t (*write_information)(nacre_env *env, nacre_value data, const nacre_text *tags, size_t tag_count,
                               uint32_t flags) NACRE_NOEXCEPT;
  int32_t (*write_progress)(nacre_env *env, const nacre_progress *progress) NACRE_NOEXCEPT;

  /* -- Confirmation [pipeline] -- *yes = 1: go on. The cmdlet must declare `confirm`. -- */
  int32_t (*should_process)(nacre_env *env, nacre_text target, nacre_text action, int32_t *yes) NACRE_NOEXCEPT;
  /* Asks always. yes_to_all / no_to_all: both null, or both 0 or 1 going in and updated. */
  int32_t (*should_continue)(nacre_env *env, nacre_text query, nacre_text caption, int32_t *yes_to_all,
                             int32_t *no_to_all, int32_t *yes) NACRE_NOEXCEPT;

  /* -- Parameters [pipeline] -- Declared ones are read from env->params without a call. -- */
  /* Any parameter by name, common ones (Verbose, ErrorAction ...) too. NACRE_NONE: no such parameter or not bound. */
  int32_t (*param)(nacre_env *env, nacre_text name, nacre_value *out) NACRE_NOEXCEPT;
  /* In `dynamic` only: adds parameters, given as `param` statements of the declaration language. */
  int32_t (*declare_params)(nacre_env *env, nacre_text declaration) NACRE_NOEXCEPT;
  int32_t (*call_info)(nacre_env *env, nacre_call_info *info) NACRE_NOEXCEPT; /* Set info->struct_size first. */

  /* -- Lifetimes [pipeline] -- */
  /* Handles and text made after scope_open die at scope_close, innermost first; `keep` (may be null) points at one
   * value to carry out into the enclosing scope: it is rewritten. */
  int32_t (*scope_open)(nacre_env *env, nacre_scope *out) NACRE_NOEXCEPT;
  int32_t (*scope_close)(nacre_env *env, nacre_scope scope, nacre_value *keep) NACRE_NOEXCEPT;
  /* Keeps any value, strings too, until ref_free. ref_get gives it back in the current scope. */
  int32_t (*ref_new)(nacre_env *env, nacre_value value, nacre_ref *out) NACRE_NOEXCEPT;
  int32_t (*ref_get)(nacre_env *env, nacre_ref ref, nacre_value *out) NACRE_NOEXCEPT;
  void (*ref_free)(nacre_ref ref) NACRE_NOEXCEPT; /* [any]; 0 and stale refs are ignored. */

  /* -- Making values [pipeline] -- Scalars need no call: see nacre_plugin.h. -- */
  /* Text (as_text = 1) or a [byte[]] from module memory; `owned` is NACRE_COPY, STATIC or OWNED (then release). */
  int32_t (*buffer_new)(nacre_env *env, const void *memory, size_t size, int32_t as_text, int32_t owned,
                        nacre_release release, void *context, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*array_new)(nacre_env *env, const nacre_value *items, size_t count, nacre_value *out) NACRE_NOEXCEPT;
  /* A typed array from C numbers: element = a tag from BOOL to DOUBLE (FLOAT: C float; BOOL: one byte each). */
  int32_t (*array_of)(nacre_env *env, uint32_t element, const void *data, size_t count,
                      nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*list_new)(nacre_env *env, nacre_value *out) NACRE_NOEXCEPT; /* List[object]. */
  int32_t (*list_add)(nacre_env *env, nacre_value list, const nacre_value *items, size_t count) NACRE_NOEXCEPT;
  /* Keys and values may be null when count is 0. Text keys ignore case. */
  int32_t (*hashtable_new)(nacre_env *env, const nacre_value *keys, const nacre_value *values, size_t count,
                           uint32_t flags, nacre_value *out) NACRE_NOEXCEPT;
  /* An empty custom object; type_name "" = plain PSCustomObject, else put before it in the type names. */
  int32_t (*object_new)(nacre_env *env, nacre_text type_name, nacre_value *out) NACRE_NOEXCEPT;
  /* Interns what many objects share: type names (most specific first, may be 0) and note property names in order. */
  int32_t (*shape_new)(nacre_env *env, const nacre_text *type_names, size_t type_count, const nacre_text *names,
                       size_t name_count, nacre_shape *out) NACRE_NOEXCEPT;
  /* A custom object with all its note properties in one call; `values` has exactly the shape's name_count. */
  int32_t (*object_of)(nacre_env *env, nacre_shape shape, const nacre_value *values, size_t count,
                       nacre_value *out) NACRE_NOEXCEPT;
  /* Wraps a pointer of the module; type is checked by pointer_get. release (may be null) runs once, on the pipeline
   * thread, when nothing refers to it any more, and always before unload. */
  int32_t (*pointer_new)(nacre_env *env, void *pointer, nacre_text type, nacre_release release, void *context,
                         nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*pointer_get)(nacre_env *env, nacre_value value, nacre_text type, void **out) NACRE_NOEXCEPT;
  int32_t (*script_new)(nacre_env *env, nacre_text script, nacre_value *out) NACRE_NOEXCEPT; /* Parses a block. */
  int32_t (*type_of)(nacre_env *env, nacre_text name, nacre_value *out) NACRE_NOEXCEPT; /* [name]; NONE if unknown. */
  /* [type]::new(args). */
  int32_t (*type_new)(nacre_env *env, nacre_text type, const nacre_value *args, size_t count,
                      nacre_value *out) NACRE_NOEXCEPT;

  /* -- Reading values [pipeline]; conversions are PowerShell's -- */
  int32_t (*to_string)(nacre_env *env, nacre_value value, nacre_value *out) NACRE_NOEXCEPT; /* Always NACRE_STRING. */
  int32_t (*to_int64)(nacre_env *env, nacre_value value, int64_t *out) NACRE_NOEXCEPT;
  int32_t (*to_double)(nacre_env *env, nacre_value value, double *out) NACRE_NOEXCEPT;
  int32_t (*to_bool)(nacre_env *env, nacre_value value, int32_t *out) NACRE_NOEXCEPT;
  int32_t (*convert)(nacre_env *env, nacre_value value, nacre_text type, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*base)(nacre_env *env, nacre_value value, nacre_value *out) NACRE_NOEXCEPT; /* Without extra members. */
  int32_t (*type_name)(nacre_env *env, nacre_value value, nacre_value *out) NACRE_NOEXCEPT; /* First type name. */
  int32_t (*type_names)(nacre_env *env, nacre_value value, nacre_value *out) NACRE_NOEXCEPT; /* Array of text. */
  int32_t (*is_type)(nacre_env *env, nacre_value value, nacre_text type, int32_t *yes) NACRE_NOEXCEPT; /* -is. */
  int32_t (*equals)(nacre_env *env, nacre_value a, nacre_value b, uint32_t flags, int32_t *yes) NACRE_NOEXCEPT;
  /* <0, 0, >0; null sorts first. NACRE_E_TYPE when there is no order. */
  int32_t (*compare)(nacre_env *env, nacre_value a, nacre_value b, uint32_t flags, int32_t *order) NACRE_NOEXCEPT;
  /* Agrees with `equals` for the same flags. */
  int32_t (*hash)(nacre_env *env, nacre_value value, uint32_t flags, uint64_t *out) NACRE_NOEXCEPT;
  int32_t (*like)(nacre_env *env, nacre_text pattern, nacre_text text, uint32_t flags, int32_t *yes) NACRE_NOEXCEPT;

  /* -- Collections [pipeline] -- */
  /* Elements, entries or characters; 1 for other objects, 0 for null. */
  int32_t (*count)(nacre_env *env, nacre_value value, size_t *out) NACRE_NOEXCEPT;
  /* Array or list by integer, dictionary by key. NACRE_NONE: no such index or key. */
  int32_t (*item_get)(nacre_env *env, nacre_value container, nacre_value key, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*item_set)(nacre_env *env, nacre_value container, nacre_value key, nacre_value value) NACRE_NOEXCEPT;
  int32_t (*item_remove)(nacre_env *env, nacre_value container, nacre_value key) NACRE_NOEXCEPT;
  /* All elements at once, borrowed until the scope closes. A scalar gives itself, null gives none. */
  int32_t (*items)(nacre_env *env, nacre_value value, const nacre_value **out, size_t *count) NACRE_NOEXCEPT;
  /* C numbers of an array whose elements are (or convert to) `element`, as for array_of: borrowed, read only. UINT8
   * also accepts text and gives its UTF-8. */
  int32_t (*array_data)(nacre_env *env, nacre_value value, uint32_t element, const void **out,
                        size_t *count) NACRE_NOEXCEPT;
  /* Enumerates as a pipeline would. enum_next fills up to `capacity` values and sets *got; NACRE_NONE and 0 at the
   * end. The values live until the next enum_next or enum_close. Close also works while an error is pending. */
  int32_t (*enum_open)(nacre_env *env, nacre_value value, uint32_t flags, nacre_iter *out) NACRE_NOEXCEPT;
  int32_t (*enum_next)(nacre_env *env, nacre_iter iter, nacre_value *out, size_t capacity,
                       size_t *got) NACRE_NOEXCEPT;
  int32_t (*enum_close)(nacre_env *env, nacre_iter iter) NACRE_NOEXCEPT;

  /* -- Members [pipeline] -- Names ignore case. -- */
  /* NACRE_NONE and null when there is no such property. A dictionary's keys count as properties. */
  int32_t (*get)(nacre_env *env, nacre_value object, nacre_text name, nacre_value *out) NACRE_NOEXCEPT;
  /* Sets an existing property; on a custom object made by object_new adds a note property when it is missing. */
  int32_t (*set)(nacre_env *env, nacre_value object, nacre_text name, nacre_value value) NACRE_NOEXCEPT;
  int32_t (*key)(nacre_env *env, nacre_text name, nacre_key *out) NACRE_NOEXCEPT; /* Interns a name. */
  /* Several properties at once; a missing one gives null. */
  int32_t (*get_many)(nacre_env *env, nacre_value object, const nacre_key *keys, size_t count,
                      nacre_value *out) NACRE_NOEXCEPT;
  /* Lists properties from number `start` on, in display order; *got < capacity means that was the end. */
  int32_t (*properties)(nacre_env *env, nacre_value object, uint32_t flags, size_t start, nacre_property *out,
                        size_t capacity, size_t *got) NACRE_NOEXCEPT;
  int32_t (*member_add)(nacre_env *env, nacre_value object, const nacre_member *member,
                        uint32_t flags) NACRE_NOEXCEPT; /* flags: 1 = replace. */
  int32_t (*member_remove)(nacre_env *env, nacre_value object, nacre_text name) NACRE_NOEXCEPT;
  /* Puts a type name first (at = 0) or last (at = -1). */
  int32_t (*type_name_add)(nacre_env *env, nacre_value object, nacre_text name, int32_t at) NACRE_NOEXCEPT;
  int32_t (*call_method)(nacre_env *env, nacre_value object, nacre_text name, const nacre_value *args, size_t count,
                         nacre_value *out) NACRE_NOEXCEPT;
  /* [type]::name and [type]::name(args); get_static reads a property, field or enum value. */
  int32_t (*get_static)(nacre_env *env, nacre_text type, nacre_text name, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*call_static)(nacre_env *env, nacre_text type, nacre_text name, const nacre_value *args, size_t count,
                         nacre_value *out) NACRE_NOEXCEPT;
  /* Type data; usually in load. What a module added is taken away again at unload. */
  int32_t (*type_update)(nacre_env *env, const nacre_type_data *data) NACRE_NOEXCEPT;

  /* -- Running things [pipeline] -- `call` may be null. `out` may be null to drop the output. -- */
  int32_t (*invoke)(nacre_env *env, nacre_value script_block, const nacre_call *call, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*invoke_command)(nacre_env *env, nacre_text name, const nacre_call *call, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*invoke_text)(nacre_env *env, nacre_text script, const nacre_call *call, nacre_value *out) NACRE_NOEXCEPT;

  /* -- Session [pipeline] -- */
  /* Name without $; "script:x", "global:x", "env:X" work. NACRE_NONE: no such variable. */
  int32_t (*var_get)(nacre_env *env, nacre_text name, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*var_set)(nacre_env *env, nacre_text name, nacre_value value) NACRE_NOEXCEPT; /* In the caller's scope. */
  int32_t (*var_remove)(nacre_env *env, nacre_text name) NACRE_NOEXCEPT;
  /* PowerShell path to file system paths (text, array of text), relative to the session's location. */
  int32_t (*path_resolve)(nacre_env *env, nacre_text path, uint32_t flags, nacre_value *out) NACRE_NOEXCEPT;
  int32_t (*path_current)(nacre_env *env, nacre_value *out) NACRE_NOEXCEPT; /* The file system location. */
  /* Asks the user. NACRE_E_UNSUPPORTED in a non-interactive session. */
  int32_t (*read_line)(nacre_env *env, nacre_text prompt, uint32_t flags, nacre_value *out) NACRE_NOEXCEPT;
};

/* ---- Extension "nacre.port", version 1: writing from other threads ----------------------------------------------- */
/* A port is a bounded queue any thread may push to; the host writes what is in it on the pipeline thread, in `drain`
 * and after every callback. An open port keeps the module loaded. */
typedef struct nacre_port nacre_port;
typedef struct nacre_port_api {
  uint32_t struct_size;
  uint32_t reserved;
  /* [pipeline] Opens a port for this invocation with room for `capacity` items (0 = 1024). One reference. */
  int32_t (*open)(nacre_env *env, size_t capacity, nacre_port **out) NACRE_NOEXCEPT;
  void (*retain)(nacre_port *port) NACRE_NOEXCEPT;  /* [any] */
  void (*release)(nacre_port *port) NACRE_NOEXCEPT; /* [any], legal at any time; null is ignored. */
  /* [any] Queues values without handles (scalars, text, bytes: copied). NACRE_E_AGAIN: full, nothing was queued;
   * NACRE_E_CLOSING: the invocation is over; NACRE_E_TYPE: a handle. Nothing is pended. */
  int32_t (*write)(nacre_port *port, const nacre_value *values, size_t count) NACRE_NOEXCEPT;
  int32_t (*text)(nacre_port *port, uint32_t stream, nacre_text text) NACRE_NOEXCEPT;         /* [any] */
  int32_t (*progress)(nacre_port *port, const nacre_progress *progress) NACRE_NOEXCEPT;       /* [any] */
  /* [pipeline] Writes what is queued, waiting up to timeout_ms (-1 = until something comes) for the first item.
   * NACRE_NONE: nothing came, or no other reference is left. */
  int32_t (*drain)(nacre_env *env, nacre_port *port, int32_t timeout_ms) NACRE_NOEXCEPT;
} nacre_port_api;

#ifdef __cplusplus
}
#endif

#endif
