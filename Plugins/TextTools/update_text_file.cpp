// Update-TextFile: ShouldProcess and ShouldContinue, script blocks, clean-up after errors and stops.
#include "text_tools.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace text_tools {
namespace {

struct UpdateTextFile {
  enum { Path, LiteralPath, Find, Replace, Force, PassThru };
  std::string temporary; // Removed by clean when the work was cut short.
  int32_t yes_to_all = 0, no_to_all = 0;

  void process(nacre::Env env, nacre::Input) {
    bool literal = env.parameter_set() == "LiteralPath";
    for (nacre_value path : env.items(env.param(literal ? LiteralPath : Path)))
      for_each_path(env, nacre::view(path), literal, [&](const std::string &file) { update(env, file); });
  }

  void clean(nacre::Env) {
    if (!temporary.empty()) unlink(temporary.c_str());
  }

private:
  void update(nacre::Env env, const std::string &file) {
    std::string content, result;
    if (!read_file(env, file, content)) return;
    int64_t count = replace(env, content, result);
    if (count == 0) return env.verbose("'" + file + "' does not hold the text.");
    std::string action = "Replace " + std::to_string(count) + " occurrences";
    if (!env.should_process(file, action)) return;
    if (access(file.c_str(), W_OK) != 0 && !env.is(Force) && !may_overwrite(env, file)) return;
    if (!write_file(env, file, result)) return;
    if (env.is(PassThru)) env.write(env.object(module_of(env).change, {nacre::value(file), nacre_int64(count)}));
  }

  bool may_overwrite(nacre::Env env, const std::string &file) {
    std::string query = "'" + file + "' is read-only. Replace it all the same?";
    int32_t yes = 0;
    env.check(env.host().should_continue(
      env.raw(), nacre::text(query), nacre_t("Update-TextFile"), &yes_to_all, &no_to_all, &yes));
    return yes != 0;
  }

  // -Replace is text, or a script block that gets the match as $_ and its number as argument.
  int64_t replace(nacre::Env env, std::string_view content, std::string &result) {
    std::string_view find = env.text(Find);
    nacre_value replacement = env.param(Replace);
    bool is_block = nacre_is_handle(replacement, NACRE_KIND_SCRIPTBLOCK) != 0;
    std::string fixed = is_block ? "" : env.to_string(replacement);
    int64_t count = 0;
    size_t start = 0;
    for (size_t at; (at = content.find(find, start)) != std::string_view::npos; start = at + find.size()) {
      result.append(content.substr(start, at - start));
      if (is_block) {
        nacre::Scope scope(env);
        result.append(env.to_string(env.invoke(replacement, nacre::value(find), {nacre_int64(count)})));
      } else {
        result.append(fixed);
      }
      count++;
    }
    result.append(content.substr(start));
    return count;
  }

  // Through a temporary file in the same folder, so that a reader never sees half a file.
  bool write_file(nacre::Env env, const std::string &file, const std::string &content) {
    struct stat facts {};
    temporary = file + ".XXXXXX";
    int out = mkstemp(temporary.data());
    if (out < 0) {
      temporary.clear();
      report_errno(env, "FileWriteError", file, errno);
      return false;
    }
    bool good = stat(file.c_str(), &facts) == 0 && fchmod(out, facts.st_mode & 07777) == 0;
    for (size_t done = 0; good && done < content.size();) {
      ssize_t size = write(out, content.data() + done, content.size() - done);
      good = size > 0 || (size < 0 && errno == EINTR);
      if (size > 0) done += static_cast<size_t>(size);
    }
    int failed = good ? 0 : errno;
    if (close(out) != 0 && failed == 0) failed = errno;
    if (failed == 0 && rename(temporary.c_str(), file.c_str()) != 0) failed = errno;
    if (failed != 0) {
      unlink(temporary.c_str());
      report_errno(env, "FileWriteError", file, failed);
    }
    temporary.clear();
    return failed == 0;
  }
};

} // namespace

static const nacre_cmdlet update_text_file = nacre::cmdlet<UpdateTextFile>();
NACRE_CMDLET(
  "Update-TextFile", update_text_file,
  "help 'Replaces text in files.'\n"
  "example 'Update-TextFile *.txt colour { $_.ToUpper() } -WhatIf'\n"
  "default Path; confirm medium; output TextTools.Change\n"
  "param string[] Path set Path pos 0 mandatory pipeline property notempty complete :path wildcards\n"
  "param string[] LiteralPath set LiteralPath mandatory property alias FullName,PSPath,LP complete :path\n"
  "param string Find pos 1 mandatory notempty help 'Text to look for, as it is.'\n"
  "param object Replace pos 2 mandatory allownull help 'Text, or a script block that gets the match as $_.'\n"
  "param switch Force help 'Does not ask before replacing read-only files.'\n"
  "param switch PassThru help 'Writes what was done to each file.'");

} // namespace text_tools
