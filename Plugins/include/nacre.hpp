// nacre.hpp: C++17 over nacre_plugin.h. A cmdlet is a class; exceptions stop at the edge.
//
//   struct Greet {
//     void process(nacre::Env env, nacre::Input in) { env.write(nacre_str("hello")); }
//   };
//   static const nacre_cmdlet greet = nacre::cmdlet<Greet>();
//   NACRE_CMDLET("Write-Greeting", greet, "help 'Greets.'; output string");
//
// Members a class may have, all optional: a constructor from Env (or none), void bind(Env), begin(Env), process(Env,
// Input), end(Env), clean(Env), void stop() noexcept [any thread], static void dynamic(Env), static void complete(Env,
// const nacre_complete &), static constexpr uint32_t flags. process may return bool: false = no more input wanted.
#ifndef NACRE_HPP
#define NACRE_HPP

#include <nacre_plugin.h>

#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace nacre {

// A host function failed; what went wrong is pending in the env already.
struct HostError {
  int32_t code;
};

// Becomes a terminating error.
struct Error {
  const char *id;
  int32_t category;
  std::string message;
  nacre_value target = nacre_null();
};

inline nacre_text text(std::string_view s) noexcept { return nacre_span(s.data(), s.size()); }
inline nacre_value value(std::string_view s) noexcept { return nacre_string(text(s)); }
inline std::string_view view(nacre_text t) noexcept { return {t.p ? t.p : "", t.n}; }
inline std::string_view view(nacre_value v) noexcept { return view(nacre_text_of(v)); }

struct Input {
  const nacre_value *first;
  size_t count;
  const nacre_value *begin() const noexcept { return first; }
  const nacre_value *end() const noexcept { return first + count; }
};

// The env of one callback; throws HostError where the C function answers a negative code.
class Env {
public:
  Env(nacre_env *env) noexcept : env_(env), host_(env->host) {}
  nacre_env *raw() const noexcept { return env_; }
  const nacre_host &host() const noexcept { return *host_; }

  int32_t check(int32_t code) const {
    if (code < 0) throw HostError{code};
    return code;
  }
  bool stopping() const noexcept { return nacre_stopping(env_) != 0; }

  // Parameters.
  nacre_value param(uint32_t k) const noexcept { return nacre_param(env_, k); }
  bool bound(uint32_t k) const noexcept { return nacre_is_bound(env_, k) != 0; }
  bool is(uint32_t k) const noexcept { return nacre_param_is(env_, k) != 0; }
  std::string_view text(uint32_t k) const noexcept { return view(param(k)); }
  int64_t integer(uint32_t k, int64_t otherwise = 0) const noexcept { return nacre_param_integer(env_, k, otherwise); }
  std::string_view parameter_set() const noexcept { return view(env_->parameter_set); }

  // Streams.
  void write(nacre_value v) const { check(host_->write(env_, v, 0)); }
  void write(std::string_view s) const { write(value(s)); }
  void write_many(const std::vector<nacre_value> &vs) const { check(host_->write_many(env_, vs.data(), vs.size())); }
  bool wants(uint32_t stream) const noexcept { return (env_->wanted & stream) != 0; }
  void say(uint32_t stream, std::string_view s) const {
    if (wants(stream)) check(host_->write_text(env_, stream, nacre::text(s)));
  }
  void warning(std::string_view s) const { say(NACRE_STREAM_WARNING, s); }
  void verbose(std::string_view s) const { say(NACRE_STREAM_VERBOSE, s); }
  void debug(std::string_view s) const { say(NACRE_STREAM_DEBUG, s); }
  void error(const char *id, int32_t category, std::string_view message, nacre_value target = nacre_null()) const {
    nacre_error e = nacre_error_with(id, category, "", target);
    e.message = nacre::text(message);
    check(host_->write_error(env_, &e));
  }
  bool should_process(std::string_view target, std::string_view action) const {
    int32_t yes = 0;
    check(host_->should_process(env_, nacre::text(target), nacre::text(action), &yes));
    return yes != 0;
  }

  // Values.
  nacre_value get(nacre_value object, std::string_view name) const {
    nacre_value out = nacre_null();
    check(host_->get(env_, object, nacre::text(name), &out));
    return out;
  }
  std::string to_string(nacre_value v) const {
    nacre_value out = nacre_null();
    if (v.tag != NACRE_STRING) check(host_->to_string(env_, v, &out));
    return std::string(view(v.tag == NACRE_STRING ? v : out));
  }
  Input items(nacre_value v) const {
    Input in{nullptr, 0};
    check(host_->items(env_, v, &in.first, &in.count));
    return in;
  }
  nacre_value array(const std::vector<nacre_value> &vs) const {
    nacre_value out = nacre_null();
    check(host_->array_new(env_, vs.data(), vs.size(), &out));
    return out;
  }
  nacre_value object(nacre_shape shape, const std::vector<nacre_value> &vs) const {
    nacre_value out = nacre_null();
    check(host_->object_of(env_, shape, vs.data(), vs.size(), &out));
    return out;
  }
  nacre_value variable(std::string_view name) const {
    nacre_value out = nacre_null();
    check(host_->var_get(env_, nacre::text(name), &out));
    return out;
  }
  // Runs a block with $_ set.
  nacre_value invoke(nacre_value block, nacre_value underbar, const std::vector<nacre_value> &args = {}) const {
    nacre_call call{};
    call.struct_size = sizeof call;
    call.flags = NACRE_CALL_UNDERBAR;
    call.args = args.data();
    call.arg_count = args.size();
    call.underbar = underbar;
    nacre_value out = nacre_null();
    check(host_->invoke(env_, block, &call, &out));
    return out;
  }

private:
  nacre_env *env_;
  const nacre_host *host_;
};

// A nested handle scope, closed at the end of the block.
class Scope {
public:
  explicit Scope(Env env) : env_(env) { env.check(env.host().scope_open(env.raw(), &scope_)); }
  Scope(const Scope &) = delete;
  Scope &operator=(const Scope &) = delete;
  ~Scope() { env_.host().scope_close(env_.raw(), scope_, nullptr); }

private:
  Env env_;
  nacre_scope scope_ = 0;
};

// Keeps a value across callbacks.
class Ref {
public:
  Ref() = default;
  Ref(Env env, nacre_value v) { env.check(env.host().ref_new(env.raw(), v, &ref_)); }
  Ref(Ref &&other) noexcept : ref_(std::exchange(other.ref_, 0)) {}
  Ref &operator=(Ref &&other) noexcept {
    std::swap(ref_, other.ref_);
    return *this;
  }
  ~Ref() {
    if (ref_ != 0) nacre_the_host->ref_free(ref_);
  }
  nacre_value get(Env env) const {
    nacre_value out = nacre_null();
    if (ref_ != 0) env.check(env.host().ref_get(env.raw(), ref_, &out));
    return out;
  }

private:
  nacre_ref ref_ = 0;
};

// Runs `body`; whatever it throws becomes a code and a pending error.
template <class Body> int32_t guard(nacre_env *env, Body body) noexcept {
  try {
    if constexpr (std::is_same_v<decltype(body(Env(env))), bool>) {
      return body(Env(env)) ? NACRE_OK : NACRE_STOP_UPSTREAM;
    } else {
      body(Env(env));
      return NACRE_OK;
    }
  } catch (const HostError &e) {
    return e.code;
  } catch (const Error &e) {
    nacre_error record = nacre_error_with(e.id, e.category, "", e.target);
    record.message = text(e.message);
    return env->host->fail(env, &record);
  } catch (const std::bad_alloc &) {
    return nacre_fail(env, "OutOfMemory", NACRE_RESOURCE_UNAVAILABLE, "Out of memory.", nacre_null());
  } catch (const std::exception &e) {
    return nacre_fail(env, "NativeException", NACRE_NOT_SPECIFIED, e.what(), nacre_null());
  } catch (...) {
    return nacre_fail(env, "NativeException", NACRE_NOT_SPECIFIED, "Unknown C++ exception.", nacre_null());
  }
}

namespace detail {
#define NACRE_DETECT(member)                                                                                           \
  template <class T, class = void> struct has_##member : std::false_type {};                                           \
  template <class T> struct has_##member<T, std::void_t<decltype(&T::member)>> : std::true_type {};
NACRE_DETECT(bind)
NACRE_DETECT(begin)
NACRE_DETECT(process)
NACRE_DETECT(end)
NACRE_DETECT(clean)
NACRE_DETECT(stop)
NACRE_DETECT(dynamic)
NACRE_DETECT(complete)
NACRE_DETECT(flags)
#undef NACRE_DETECT

template <class T> T *self(nacre_env *env) noexcept { return static_cast<T *>(env->self); }

template <class T> struct Calls {
  static int32_t create(nacre_env *env) noexcept {
    return guard(env, [](Env e) {
      if constexpr (std::is_constructible_v<T, Env>) e.raw()->self = new T(e);
      else e.raw()->self = new T();
    });
  }
  static void destroy(void *p) noexcept { delete static_cast<T *>(p); }
  static int32_t bind(nacre_env *env) noexcept {
    return guard(env, [](Env e) { self<T>(e.raw())->bind(e); });
  }
  static int32_t begin(nacre_env *env) noexcept {
    return guard(env, [](Env e) { self<T>(e.raw())->begin(e); });
  }
  static int32_t process(nacre_env *env, const nacre_value *in, size_t count) noexcept {
    return guard(env, [in, count](Env e) { return self<T>(e.raw())->process(e, Input{in, count}); });
  }
  static int32_t end(nacre_env *env) noexcept {
    return guard(env, [](Env e) { self<T>(e.raw())->end(e); });
  }
  static int32_t clean(nacre_env *env) noexcept {
    return guard(env, [](Env e) { self<T>(e.raw())->clean(e); });
  }
  static void stop(void *p) noexcept {
    static_assert(noexcept(std::declval<T &>().stop()), "stop runs on another thread and must be noexcept");
    static_cast<T *>(p)->stop();
  }
  static int32_t dynamic(nacre_env *env) noexcept { return guard(env, T::dynamic); }
  static int32_t complete(nacre_env *env, const nacre_complete *request) noexcept {
    return guard(env, [request](Env e) { T::complete(e, *request); });
  }
};
} // namespace detail

// The table of a cmdlet class.
template <class T> constexpr nacre_cmdlet cmdlet() noexcept {
  using Calls = detail::Calls<T>;
  nacre_cmdlet ops{};
  ops.struct_size = sizeof ops;
  ops.abi_major = NACRE_ABI_MAJOR;
  ops.abi_minor = NACRE_ABI_MINOR;
  ops.create = Calls::create;
  ops.destroy = Calls::destroy;
  if constexpr (detail::has_flags<T>::value) ops.flags = T::flags;
  if constexpr (detail::has_bind<T>::value) ops.bind = Calls::bind;
  if constexpr (detail::has_begin<T>::value) ops.begin = Calls::begin;
  if constexpr (detail::has_process<T>::value) ops.process = Calls::process;
  if constexpr (detail::has_end<T>::value) ops.end = Calls::end;
  if constexpr (detail::has_clean<T>::value) ops.clean = Calls::clean;
  if constexpr (detail::has_stop<T>::value) ops.stop = Calls::stop;
  if constexpr (detail::has_dynamic<T>::value) ops.dynamic = Calls::dynamic;
  if constexpr (detail::has_complete<T>::value) ops.complete = Calls::complete;
  return ops;
}

} // namespace nacre

#endif
