/* nacre_module.h: what a module offers the host (part of the contract; included by nacre_abi.h). */
#ifndef NACRE_MODULE_H
#define NACRE_MODULE_H

#include "nacre_abi.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- A cmdlet ---------------------------------------------------------------------------------------------------- */
enum {
  NACRE_CMDLET_BATCH = 1,     /* process accepts count > 1. */
  NACRE_CMDLET_REENTRANT = 2  /* Two invocations may be alive in one pipeline. Assumed: state belongs in env->self. */
};

/* The life of one invocation: create, dynamic, bind, begin, process ..., end, clean, destroy. Any member may be null.
 * All run on the pipeline thread, except stop. After a negative result or a stop the remaining steps are skipped,
 * but clean and destroy always run once create was called and did not fail. */
typedef struct nacre_cmdlet {
  uint32_t struct_size;
  uint32_t abi_major;
  uint32_t abi_minor;
  uint32_t flags; /* NACRE_CMDLET_. */
  /* Allocates state and stores it in env->self. No parameters yet. Negative: nothing else is called. */
  int32_t (*create)(nacre_env *env) NACRE_NOEXCEPT;
  /* Every parameter that does not come from the pipeline is bound and validated: check combinations here. */
  int32_t (*bind)(nacre_env *env) NACRE_NOEXCEPT;
  int32_t (*begin)(nacre_env *env) NACRE_NOEXCEPT;
  /* `in`, `count`: pipeline objects, each converted to the type of the parameter it was bound to by value, or as it
   * came when it was bound by property name only. Without pipeline input: called once with count 0, values in
   * env->params. count is 1 unless NACRE_CMDLET_BATCH is set, and always 1 when a parameter of the chosen set binds by
   * property name. With count 1 env->params holds the values bound from this object too; with count > 1 the parameter
   * bound by value holds in[0]. Objects that fail to bind have been reported and are left out.
   * May return NACRE_STOP_UPSTREAM. */
  int32_t (*process)(nacre_env *env, const nacre_value *in, size_t count) NACRE_NOEXCEPT;
  int32_t (*end)(nacre_env *env) NACRE_NOEXCEPT;
  /* [any] Called once when the pipeline is stopped while a callback may be running, after *env->stop became nonzero:
   * wake up whatever blocks. Not called after destroy. Must not block and has no env. */
  void (*stop)(void *self) NACRE_NOEXCEPT;
  /* Runs on success, failure and stop. Streams other than output may be written. */
  int32_t (*clean)(nacre_env *env) NACRE_NOEXCEPT;
  /* Frees env->self. No host calls other than free and ref_free. */
  void (*destroy)(void *self) NACRE_NOEXCEPT;
  /* After the static parameters were bound: may call declare_params. Also called for completion and syntax. */
  int32_t (*dynamic)(nacre_env *env) NACRE_NOEXCEPT;
  /* Candidates for a parameter declared `complete @`: write text, or objects with CompletionText, ListItemText,
   * ToolTip. env->self is null. Should answer within 100 ms and poll stop. */
  int32_t (*complete)(nacre_env *env, const nacre_complete *request) NACRE_NOEXCEPT;
} nacre_cmdlet;

/* Any C function, cast. */
typedef void (*nacre_function)(void);

/* ---- A command as registered ------------------------------------------------------------------------------------- */
/* Exactly one of cmdlet and function is set. */
typedef struct nacre_command {
  const char *name;        /* NUL-terminated, as in the declaration. */
  const char *declaration; /* NUL-terminated: byte for byte the payload of a note of this file, or null when the
                              module's own declaration holds this command's. */
  const nacre_cmdlet *cmdlet; /* A `cmdlet` declaration. Lives until unload. */
  nacre_function function;    /* A `function` declaration: called by its signature. */
} nacre_command;

/* ---- The module -------------------------------------------------------------------------------------------------- */
typedef struct nacre_module {
  uint32_t struct_size;
  uint32_t abi_major; /* The ABI the module was compiled for. */
  uint32_t abi_minor;
  uint32_t flags;          /* 0. */
  const char *declaration; /* NUL-terminated: payload of the note that holds the `module` statement. */
  const nacre_command *commands;
  size_t command_count;
  size_t command_stride; /* sizeof(nacre_command) as the module knows it. */
  /* Run once after registration was checked, before any command. May store into env->module, add type data, intern
   * keys and shapes. Negative: the module is not loaded and everything it registered is undone. May be null. */
  int32_t (*load)(nacre_env *env) NACRE_NOEXCEPT;
  /* Run once when the module is removed or the host exits normally. May be null. No callback follows it. */
  void (*unload)(nacre_env *env) NACRE_NOEXCEPT;
} nacre_module;

/* The one symbol a module exports. Returns a table that lives until unload, or null when it cannot work with this
 * host. Called once per load, on the pipeline thread, before any other code of the module but its constructors. */
#define NACRE_ENTRY_POINT "nacre_module_v1"
typedef const nacre_module *(*nacre_entry_point)(const nacre_host *host) NACRE_NOEXCEPT;

/* ---- The note ---------------------------------------------------------------------------------------------------- */
/* An ELF note in an allocated, 4-byte aligned section; found by type (and owner), not by section name. Payload: UTF-8
 * text in the declaration language of docs/abi.md, at most 64 KiB over all notes of a file; NULs at the end are padding
 * and not part of it. Several notes are allowed, in any order: each payload is read on its own and holds one or more
 * whole declarations; exactly one payload holds a `module` statement. */
#define NACRE_NOTE_SECTION ".note.nacre"
#define NACRE_NOTE_OWNER "Nacre" /* n_namesz 6, padded to 8. */
#define NACRE_NOTE_TYPE 0x4e414352u
#define NACRE_NOTE_LIMIT 65536u

#ifdef __cplusplus
}
#endif

#endif
