// Get-ObjectSummary, New-WordList, Test-Word, Read-TextLine: enumeration, members, methods, statics, pointers, ports.
#include "text_tools.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <thread>
#include <unistd.h>
#include <unordered_set>

namespace text_tools {
namespace {

struct GetObjectSummary {
  enum { InputObject, Sample, Extra };

  void process(nacre::Env env, nacre::Input) {
    nacre::Scope scope(env);
    nacre_value object = env.param(InputObject), table = nacre_null(), names = nacre_null();
    env.check(env.host().hashtable_new(env.raw(), nullptr, nullptr, 0, NACRE_HASH_ORDERED, &table));
    size_t count = 0;
    env.check(env.host().count(env.raw(), object, &count));
    env.check(env.host().type_names(env.raw(), object, &names));
    put(env, table, "Type", env.items(names).count > 0 ? env.items(names).first[0] : nacre_null());
    put(env, table, "TypeNames", names);
    put(env, table, "Text", nacre::value(env.to_string(object)));
    put(env, table, "Count", nacre_uint64(count));
    put(env, table, "Properties", properties(env, object));
    put(env, table, "Sample", sample(env, object));
    if (env.is(Extra)) extra(env, object, table);
    nacre_value summary = nacre_null();
    env.check(env.host().convert(env.raw(), table, nacre_t("pscustomobject"), &summary));
    env.write(summary);
  }

private:
  static void put(nacre::Env env, nacre_value table, const char *name, nacre_value value) {
    env.check(env.host().item_set(env.raw(), table, nacre_str(name), value));
  }

  static nacre_value properties(nacre::Env env, nacre_value object) {
    std::vector<nacre_value> found;
    nacre_property batch[32];
    size_t got = 0, start = 0;
    do {
      env.check(env.host().properties(env.raw(), object, NACRE_LIST_NAMES, start, batch, 32, &got));
      for (size_t k = 0; k < got; k++) found.push_back(nacre_string(batch[k].name));
      start += got;
    } while (got == 32);
    return env.array(found);
  }

  static nacre_value sample(nacre::Env env, nacre_value object) {
    std::vector<nacre_value> found;
    auto limit = static_cast<size_t>(std::max<int64_t>(env.integer(Sample, 3), 0));
    nacre_iter iter = 0;
    nacre_value item = nacre_null();
    size_t got = 0;
    env.check(env.host().enum_open(env.raw(), object, 0, &iter));
    while (found.size() < limit && env.host().enum_next(env.raw(), iter, &item, 1, &got) == NACRE_OK && got == 1)
      found.push_back(item);
    nacre_value out = env.raw()->pending == 0 ? env.array(found) : nacre_null();
    env.host().enum_close(env.raw(), iter);
    env.check(env.raw()->pending);
    return out;
  }

  // What only the object's own methods and types can tell.
  static void extra(nacre::Env env, nacre_value object, nacre_value table) {
    nacre_value hash = nacre_null(), pi = nacre_null(), joined = nacre_null(), id = nacre_null(), made = nacre_null();
    int32_t is_text = 0;
    env.check(env.host().is_type(env.raw(), object, nacre_t("string"), &is_text));
    put(env, table, "IsText", nacre_bool(is_text));
    if (is_text != 0) {
      env.check(env.host().call_method(env.raw(), object, nacre_t("ToUpper"), nullptr, 0, &hash));
      put(env, table, "Upper", hash);
      nacre_value args[] = {object, nacre_str("")};
      env.check(env.host().call_static(env.raw(), nacre_t("string"), nacre_t("Concat"), args, 2, &joined));
      put(env, table, "Copy", joined);
    }
    env.check(env.host().get_static(env.raw(), nacre_t("math"), nacre_t("PI"), &pi));
    put(env, table, "Pi", pi);
    nacre_value version = nacre_str("1.2.3");
    env.check(env.host().type_new(env.raw(), nacre_t("version"), &version, 1, &made));
    put(env, table, "Version", made);
    env.check(env.host().convert(env.raw(), nacre_str("0b9a2f5d-91d3-4a53-8f41-5f0e6f1d2c34"), nacre_t("guid"), &id));
    put(env, table, "Id", id);
  }
};

using Words = std::unordered_set<std::string>;
constexpr const char *word_list_type = "TextTools.WordList";

struct NewWordList {
  enum { Word };
  std::unique_ptr<Words> words = std::make_unique<Words>();

  void process(nacre::Env env, nacre::Input) {
    for (nacre_value word : env.items(env.param(Word))) words->emplace(nacre::view(word));
  }

  void end(nacre::Env env) {
    nacre_value list = nacre_null();
    auto release = [](void *, void *memory) noexcept { delete static_cast<Words *>(memory); };
    env.check(env.host().pointer_new(env.raw(), words.get(), nacre_t(word_list_type), release, nullptr, &list));
    words.release();
    env.write(list);
  }
};

struct TestWord {
  enum { Word, List };

  void process(nacre::Env env, nacre::Input) {
    void *words = nullptr;
    env.check(env.host().pointer_get(env.raw(), env.param(List), nacre_t(word_list_type), &words));
    env.write(nacre_bool(static_cast<Words *>(words)->count(std::string(env.text(Word))) != 0));
  }
};

// Reads on a thread of its own; lines reach the pipeline through a port.
struct ReadTextLine {
  enum { Path };
  std::atomic<bool> stopped{false};

  void stop() noexcept { stopped = true; }

  void process(nacre::Env env, nacre::Input) {
    for_each_path(env, env.text(Path), false, [&](const std::string &file) { read(env, file); });
  }

private:
  void read(nacre::Env env, const std::string &file) {
    auto *api = static_cast<const nacre_port_api *>(env.host().get_extension("nacre.port", 1));
    nacre_port *port = nullptr;
    if (api == nullptr) return read_here(env, file);
    env.check(api->open(env.raw(), 256, &port));
    api->retain(port); // The reader's reference.
    int failed = 0;
    std::thread reader([&] {
      failed = send_lines(*api, port, file);
      api->release(port);
    });
    int32_t code = 0;
    while ((code = api->drain(env.raw(), port, -1)) == NACRE_OK) {}
    stopped = stopped || code < 0;
    api->release(port);
    reader.join();
    env.check(code);
    if (failed != 0) report_errno(env, "FileReadError", file, failed);
  }

  int send_lines(const nacre_port_api &api, nacre_port *port, const std::string &file) noexcept {
    std::unique_ptr<FILE, int (*)(FILE *)> in(std::fopen(file.c_str(), "re"), std::fclose);
    if (!in) return errno;
    char *line = nullptr;
    size_t room = 0;
    for (ssize_t size; !stopped && (size = getline(&line, &room, in.get())) >= 0;) {
      if (size > 0 && line[size - 1] == '\n') size--;
      nacre_value text = nacre_string(nacre_span(line, static_cast<size_t>(size)));
      text.flags = NACRE_F_LOSSY;
      int32_t code;
      while ((code = api.write(port, &text, 1)) == NACRE_E_AGAIN && !stopped) usleep(1000);
      if (code < 0) break;
    }
    free(line);
    return 0;
  }

  static void read_here(nacre::Env env, const std::string &file) {
    std::string content;
    if (!read_file(env, file, content)) return;
    for (size_t start = 0; start < content.size();) {
      size_t stop = std::min(content.find('\n', start), content.size());
      nacre_value line = nacre::value(std::string_view(content).substr(start, stop - start));
      line.flags = NACRE_F_LOSSY;
      env.write(line);
      start = stop + 1;
    }
  }
};

} // namespace

static const nacre_cmdlet get_object_summary = nacre::cmdlet<GetObjectSummary>();
NACRE_CMDLET(
  "Get-ObjectSummary", get_object_summary,
  "help 'Describes any object: types, properties, elements.'; output pscustomobject\n"
  "param object InputObject pos 0 mandatory pipeline allownull allowempty\n"
  "param int Sample = 3 range nonnegative help 'How many elements to show.'\n"
  "param switch Extra help 'Also calls methods of the object.'");

static const nacre_cmdlet new_word_list = nacre::cmdlet<NewWordList>();
NACRE_CMDLET(
  "New-WordList", new_word_list,
  "help 'Makes a list of words to test against.'; output TextTools.WordList\n"
  "param string[] Word pos 0 mandatory pipeline");

static const nacre_cmdlet test_word = nacre::cmdlet<TestWord>();
NACRE_CMDLET(
  "Test-Word", test_word,
  "help 'Tells whether a word is in a list made by New-WordList.'; output bool\n"
  "param string Word pos 0 mandatory pipeline allowempty\nparam object List pos 1 mandatory notnull");

static const nacre_cmdlet read_text_line = nacre::cmdlet<ReadTextLine>();
NACRE_CMDLET(
  "Read-TextLine", read_text_line,
  "help 'Reads the lines of files on a thread of its own.'; output string\n"
  "param string Path pos 0 mandatory pipeline property alias FullName,PSPath complete :path wildcards");

} // namespace text_tools
