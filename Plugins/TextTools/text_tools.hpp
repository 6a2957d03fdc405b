// What the cmdlets of TextTools share.
#pragma once

#include <nacre.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace text_tools {

// Made once in load, used by every cmdlet: env->module.
struct Module {
  nacre_shape word_count = 0; // Name, Lines, Words, Characters, Lengths.
  nacre_shape word = 0;       // Word, Count.
  nacre_shape change = 0;     // Path, Replacements.
  nacre_shape group = 0;      // Name, Count, Group.
};

inline const Module &module_of(nacre::Env env) { return *static_cast<const Module *>(env.raw()->module); }

inline bool is_word_byte(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || c >= 0x80;
}

// Calls `each(word)` for every word of `text`.
template <class Each> void for_each_word(std::string_view text, Each each) {
  size_t start = 0;
  while (start < text.size()) {
    while (start < text.size() && !is_word_byte(static_cast<unsigned char>(text[start]))) start++;
    size_t end = start;
    while (end < text.size() && is_word_byte(static_cast<unsigned char>(text[end]))) end++;
    if (end > start) each(text.substr(start, end - start));
    start = end;
  }
}

// Code points of UTF-8 text.
inline int64_t characters(std::string_view text) {
  int64_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// Resolves a PowerShell path and calls `each(file name)` for what it stands for; wildcards unless `literal`.
template <class Each> void for_each_path(nacre::Env env, std::string_view path, bool literal, Each each) {
  nacre_value found = nacre_null();
  env.check(env.host().path_resolve(env.raw(), nacre::text(path), literal ? NACRE_PATH_LITERAL : 0, &found));
  for (nacre_value file : env.items(found)) each(std::string(nacre::view(file)));
}

// Reports errno for `path` as a non-terminating error.
void report_errno(nacre::Env env, const char *id, const std::string &path, int error_number);

// Reads a whole file; false after reporting why not.
bool read_file(nacre::Env env, const std::string &path, std::string &into);

// Registers type data; the load hook.
int32_t load(nacre_env *env) noexcept;
void unload(nacre_env *env) noexcept;

} // namespace text_tools
