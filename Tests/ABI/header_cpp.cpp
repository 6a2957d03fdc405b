// The same as header_c.c for strict C++17, with and without nacre.hpp. Compiled by `make -C Plugins check`.
#include <nacre.hpp>

namespace {
extern "C" int64_t twice(int64_t number) { return 2 * number; }

int32_t process(nacre_env *env, const nacre_value *in, size_t count) noexcept {
  nacre_error error = nacre_error_with("Id", NACRE_INVALID_DATA, "message", nacre_null());
  if (NACRE_HAS(nacre_host, env->host, read_line)) nacre_warning(env, "a host with read_line");
  for (size_t k = 0; k < count && !nacre_stopping(env); k++) {
    if (nacre_is_null(in[k])) env->host->write_error(env, &error);
    else nacre_write(env, nacre_param_is(env, 0) ? nacre_str("x") : in[k]);
  }
  return env->pending;
}
const nacre_cmdlet copy_object = {
  NACRE_HEAD(nacre_cmdlet), NACRE_CMDLET_BATCH, nullptr, nullptr, nullptr, process, nullptr, nullptr, nullptr, nullptr,
  nullptr, nullptr};

struct Wrapped {
  static constexpr uint32_t flags = NACRE_CMDLET_BATCH;
  explicit Wrapped(nacre::Env env) { env.debug("made"); }
  bool process(nacre::Env env, nacre::Input in) {
    for (nacre_value item : in) env.write(item);
    return !env.stopping();
  }
  void stop() noexcept {}
};
const nacre_cmdlet wrapped = nacre::cmdlet<Wrapped>();

int32_t load(nacre_env *env) noexcept { return nacre_set(env, nacre_null(), "Name", nacre_double(1)); }
void unload(nacre_env *env) noexcept { (void)nacre_get(env, nacre_variable(env, "x"), "Name"); }
} // namespace

NACRE_FUNCTION("Get-Twice", twice, "i64(i64 Number)");
NACRE_CMDLET("Copy-Object", copy_object, "param switch X\nparam object InputObject pipeline mandatory");
NACRE_CMDLET("Copy-Wrapped", wrapped, "param object InputObject pipeline mandatory");
NACRE_MODULE_HOOKS("HeaderCpp", "1.0.0", "", load, unload);
