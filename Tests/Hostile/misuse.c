// Commands that break the rules while they run. Each must end in an error or in the code it expects, never in a crash.
// Those that must end well write the code the host answered.
#include <nacre_plugin.h>
#include <pthread.h>
#include <stdlib.h>

#define COMMAND(name, symbol, ...)                                                                                     \
  static int32_t symbol##_process(nacre_env *env, const nacre_value *in, size_t count) {                               \
    (void)in;                                                                                                          \
    (void)count;                                                                                                       \
    __VA_ARGS__                                                                                                        \
  }                                                                                                                    \
  static const nacre_cmdlet symbol = {NACRE_HEAD(nacre_cmdlet), .process = symbol##_process};                          \
  NACRE_CMDLET(name, symbol, "output int")

static nacre_value raw(uint8_t tag, uint32_t len, uint64_t bits) {
  nacre_value value = nacre_make(tag, (int64_t)bits);
  value.len = len;
  return value;
}

COMMAND("Write-BadText", bad_text, { return nacre_write(env, nacre_str("\xff\xfe\xc0\x80")); });
COMMAND("Write-NullText", null_text, { return nacre_write(env, raw(NACRE_STRING, 5, 0)); });
COMMAND("Write-UnknownTag", unknown_tag, { return nacre_write(env, raw(200, 0, 1)); });
COMMAND("Write-FalseHandle", false_handle, { return nacre_write(env, raw(NACRE_HANDLE, 0, 0xDEADBEEF12345678u)); });
COMMAND("Write-StaleHandle", stale_handle, {
  nacre_scope scope = 0;
  nacre_value list = nacre_null();
  env->host->scope_open(env, &scope);
  env->host->list_new(env, &list);
  env->host->scope_close(env, scope, 0);
  return nacre_write(env, list);
});
COMMAND("Write-ManyHuge", many_huge, { return env->host->write_many(env, 0, (size_t)1 << 60); });
COMMAND("Write-AfterError", after_error, {
  nacre_fail(env, "First", NACRE_INVALID_DATA, "first", nacre_null());
  nacre_fail(env, "Second", NACRE_INVALID_DATA, "second", nacre_null());
  for (int k = 0; k < 1000; k++) nacre_write(env, nacre_int32(k)); // Nothing of this may come out.
  return 0;
});

// An env kept from an earlier callback: the host may reuse it, but must notice when it is over.
static nacre_env *kept;
COMMAND("Write-OldEnv", old_env, {
  nacre_env *old = kept;
  kept = env;
  return old == 0 ? nacre_write(env, nacre_int32(0)) : env->pending;
});

static void *on_thread(void *context) {
  nacre_env *env = context;
  static int32_t code;
  code = env->host->write(env, nacre_int32(1), 0);
  return &code;
}
COMMAND("Write-FromThread", from_thread, {
  pthread_t thread;
  void *code = 0;
  if (pthread_create(&thread, 0, on_thread, env) != 0) return NACRE_E_NOMEM;
  pthread_join(thread, &code);
  return nacre_write(env, nacre_int32(*(int32_t *)code)); // NACRE_E_THREAD, and nothing pending.
});

static int32_t late_clean(nacre_env *env) { return nacre_write(env, nacre_int32(1)); }
static const nacre_cmdlet late = {NACRE_HEAD(nacre_cmdlet), .clean = late_clean};
NACRE_CMDLET("Write-Late", late, "help 'Writes output in clean.'");

COMMAND("Get-WrongCode", wrong_code, { return -123456; });
COMMAND("Get-Positive", positive, { return 123456; });
COMMAND("Get-BadScope", bad_scope, { return env->host->scope_close(env, 0x1234567890u, 0); });
COMMAND("Get-BadRef", bad_ref, {
  nacre_value value;
  env->host->ref_free(0x1234567890u);
  env->host->ref_free(0);
  return env->host->ref_get(env, 0x1234567890u, &value);
});
COMMAND("Get-BadShape", bad_shape, {
  nacre_value value = nacre_null(), out;
  return env->host->object_of(env, 999999, &value, 1, &out);
});
COMMAND("Get-Nothing", nothing, { return env->host->get(env, nacre_null(), nacre_span(0, 77), 0); });
COMMAND("Get-Deep", deep, {
  nacre_value list = nacre_null();
  env->host->list_new(env, &list);
  env->host->list_add(env, list, &list, 1); // A list that holds itself.
  return env->host->to_string(env, list, &list) < 0 ? env->pending
                                                    : nacre_fail(env, "Fine", 0, "survived", nacre_null());
});
COMMAND("Set-BadStruct", bad_struct, {
  nacre_error error = nacre_error_with("Id", 12345, "message", nacre_null());
  error.struct_size = 4;
  return env->host->fail(env, &error);
});
COMMAND("Get-Recursion", recursion, {
  return env->host->invoke_command(env, nacre_t("Get-Recursion"), 0, 0); // NACRE_E_DEPTH in the end.
});

// The simple form.
static void swallowed(uint8_t **data, size_t *size) {
  *data = 0;
  *size = 5;
}
NACRE_FUNCTION("Get-Swallowed", swallowed, "void(out bytes Data); help 'A null buffer of five bytes.'");
static void unwritten(char **text, size_t *size) {
  *text = malloc(2);
  if (*text) memcpy(*text, "\xc3\x28", 2);
  *size = 2;
}
NACRE_FUNCTION("Get-Unwritten", unwritten, "void(out text Text); help 'Text that is not UTF-8.'");
static void oversize(uint8_t *data, size_t *size) {
  (void)data;
  *size = (size_t)1 << 50;
}
NACRE_FUNCTION("Get-Oversize", oversize, "void(out bytes Data[16]); help 'Claims more than its room.'");

NACRE_MODULE("Misuse", "1.0", "");
