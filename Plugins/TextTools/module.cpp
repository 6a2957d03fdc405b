// The module row, its load hook with type data and shapes, and what the cmdlets share.
#include "text_tools.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace text_tools {

void report_errno(nacre::Env env, const char *id, const std::string &path, int error_number) {
  std::string message = "Cannot use '" + path + "': " + std::strerror(error_number) + ".";
  int32_t category = error_number == ENOENT ? NACRE_OBJECT_NOT_FOUND
                     : error_number == EACCES || error_number == EPERM ? NACRE_PERMISSION_DENIED
                                                                       : NACRE_READ_ERROR;
  nacre_error error = nacre_error_with(id, category, "", nacre::value(path));
  error.message = nacre::text(message);
  error.exception = nacre_t("System.IO.IOException");
  error.os_error = error_number;
  env.check(env.host().write_error(env.raw(), &error));
}

bool read_file(nacre::Env env, const std::string &path, std::string &into) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    report_errno(env, "FileOpenError", path, errno);
    return false;
  }
  char buffer[65536];
  ssize_t size = 0;
  into.clear();
  do {
    size = read(file, buffer, sizeof buffer);
    if (size > 0) into.append(buffer, static_cast<size_t>(size));
  } while ((size > 0 || (size < 0 && errno == EINTR)) && !env.stopping());
  int failed = size < 0 ? errno : 0;
  close(file);
  if (failed != 0) report_errno(env, "FileReadError", path, failed);
  return failed == 0 && !env.stopping();
}

namespace {

// CodeProperty AverageLength of a word count.
int32_t average_length(nacre_env *raw, void *, nacre_value object, nacre_value *out) noexcept {
  return nacre::guard(raw, [=](nacre::Env env) {
    nacre_value words = env.get(object, "Words"), characters = env.get(object, "Characters");
    auto total = static_cast<double>(characters.i);
    *out = nacre_double(words.i == 0 ? 0 : total / static_cast<double>(words.i));
  });
}

// CodeMethod Add(other): the sum of two word counts.
int32_t add_counts(nacre_env *raw, void *, nacre_value object, const nacre_value *args, size_t count,
                   nacre_value *out) noexcept {
  return nacre::guard(raw, [=](nacre::Env env) {
    if (count != 1) throw nacre::Error{"WrongArguments", NACRE_INVALID_ARGUMENT, "Add takes one word count."};
    std::vector<int64_t> sums;
    for (nacre_value source : {object, args[0]}) {
      const void *data = nullptr;
      size_t size = 0;
      env.check(env.host().array_data(raw, env.get(source, "Lengths"), NACRE_INT64, &data, &size));
      if (sums.size() < size) sums.resize(size);
      for (size_t k = 0; k < size; k++) sums[k] += static_cast<const int64_t *>(data)[k];
    }
    nacre_value lengths = nacre_null();
    env.check(env.host().array_of(raw, NACRE_INT64, sums.data(), sums.size(), &lengths));
    std::vector<nacre_value> values = {nacre_str("total")};
    for (const char *name : {"Lines", "Words", "Characters"})
      values.push_back(nacre_int64(env.get(object, name).i + env.get(args[0], name).i));
    values.push_back(lengths);
    *out = env.object(module_of(env).word_count, values);
  });
}

nacre_member member(uint32_t kind, const char *name) {
  nacre_member m{};
  m.struct_size = sizeof m;
  m.kind = kind;
  m.name = nacre_t(name);
  return m;
}

nacre_shape shape(nacre::Env env, const char *type, std::initializer_list<const char *> properties) {
  nacre_text type_name = nacre_t(type);
  std::vector<nacre_text> names;
  for (const char *property : properties) names.push_back(nacre_t(property));
  nacre_shape out = 0;
  env.check(env.host().shape_new(env.raw(), &type_name, 1, names.data(), names.size(), &out));
  return out;
}

void add_type_data(nacre::Env env) {
  nacre_member members[4] = {
    member(NACRE_ALIAS_PROPERTY, "Count"), member(NACRE_SCRIPT_PROPERTY, "WordsPerLine"),
    member(NACRE_CODE_PROPERTY, "AverageLength"), member(NACRE_CODE_METHOD, "Add")};
  members[0].value = nacre_str("Words");
  members[1].value = nacre_str("if ($this.Lines) { $this.Words / $this.Lines } else { 0 }");
  members[2].get = average_length;
  members[3].call = add_counts;
  nacre_text display[] = {nacre_t("Name"), nacre_t("Lines"), nacre_t("Words"), nacre_t("Characters")};
  nacre_type_data data{};
  data.struct_size = sizeof data;
  data.flags = 1;
  data.type_name = nacre_t("TextTools.WordCount");
  data.members = members;
  data.member_count = 4;
  data.display = display;
  data.display_count = 4;
  data.keys = display;
  data.key_count = 1;
  data.display_property = display[0];
  env.check(env.host().type_update(env.raw(), &data));
}

} // namespace

int32_t load(nacre_env *raw) noexcept {
  return nacre::guard(raw, [raw](nacre::Env env) {
    auto module = std::make_unique<Module>();
    module->word_count = shape(env, "TextTools.WordCount", {"Name", "Lines", "Words", "Characters", "Lengths"});
    module->word = shape(env, "TextTools.Word", {"Word", "Count"});
    module->change = shape(env, "TextTools.Change", {"Path", "Replacements"});
    module->group = shape(env, "TextTools.Group", {"Name", "Count", "Group"});
    add_type_data(env);
    raw->module = module.release();
  });
}

void unload(nacre_env *raw) noexcept {
  delete static_cast<Module *>(raw->module);
  raw->module = nullptr;
}

} // namespace text_tools

NACRE_MODULE_HOOKS(
  "TextTools", "1.0.0",
  "guid 0b9a2f5d-91d3-4a53-8f41-5f0e6f1d2c34; author 'Nacre project'\n"
  "help 'Counts, cuts, groups and rewrites text.'\n"
  "description 'Streaming cmdlets over text, written in C++ against the full plugin interface.'",
  text_tools::load, text_tools::unload);
