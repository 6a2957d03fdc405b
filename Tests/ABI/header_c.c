// The header must be clean as strict C11, and a module must need nothing else. Compiled by `make -C Plugins check`.
#include <nacre_plugin.h>

static int64_t twice(int64_t number) { return 2 * number; }
NACRE_FUNCTION("Get-Twice", twice, "i64(i64 Number)");

static int32_t process(nacre_env *env, const nacre_value *in, size_t count) {
  nacre_error error = nacre_error_with("Id", NACRE_INVALID_DATA, "message", nacre_null());
  if (NACRE_HAS(nacre_host, env->host, read_line)) nacre_warning(env, "a host with read_line");
  for (size_t k = 0; k < count && !nacre_stopping(env); k++) {
    if (nacre_is_null(in[k])) env->host->write_error(env, &error);
    else nacre_write(env, nacre_param_is(env, 0) ? nacre_str("x") : in[k]);
  }
  return env->pending;
}
static const nacre_cmdlet copy_object = {NACRE_HEAD(nacre_cmdlet), .flags = NACRE_CMDLET_BATCH, .process = process};
NACRE_CMDLET("Copy-Object", copy_object, "param switch X\nparam object InputObject pipeline mandatory");

static int32_t load(nacre_env *env) { return nacre_set(env, nacre_null(), "Name", nacre_double(1)); }
static void unload(nacre_env *env) { (void)nacre_get(env, nacre_variable(env, "x"), "Name"); }
NACRE_MODULE_HOOKS("HeaderC", "1.0.0", "", load, unload);
