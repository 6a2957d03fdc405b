// Measure-Word and Get-TopWord: streaming counts, batches, progress, objects with type data, nested commands.
#include "text_tools.hpp"

#include <algorithm>
#include <map>

namespace text_tools {
namespace {

struct MeasureWord {
  static constexpr uint32_t flags = NACRE_CMDLET_BATCH;
  enum { Text, Path, Each, MinimumLength };
  static constexpr size_t step = 1 << 20;

  int64_t lines = 0, words = 0, letters = 0, inputs = 0;
  std::vector<int64_t> lengths;

  void process(nacre::Env env, nacre::Input in) {
    if (env.parameter_set() == "Path") {
      for (nacre_value path : env.items(env.param(Path)))
        for_each_path(env, nacre::view(path), false, [&](const std::string &file) { measure_file(env, file); });
      return;
    }
    if (in.count == 0) return measure(env, "text", env.text(Text));
    for (nacre_value item : in) {
      if (env.stopping()) return;
      measure(env, "text", nacre::view(item));
    }
  }

  void end(nacre::Env env) {
    if (!env.is(Each)) flush(env, "total");
    env.debug("Measure-Word saw " + std::to_string(inputs) + " inputs.");
  }

private:
  void measure_file(nacre::Env env, const std::string &file) {
    std::string content;
    if (!read_file(env, file, content)) return;
    env.verbose("Measuring '" + file + "'.");
    if (content.find('\0') != std::string::npos) env.warning("'" + file + "' looks like a binary file.");
    measure(env, file, content);
  }

  void measure(nacre::Env env, const std::string &name, std::string_view text) {
    int64_t minimum = env.integer(MinimumLength, 1);
    inputs++;
    // In pieces that end at a line, so that long texts show progress and can be stopped.
    for (size_t start = 0; start < text.size() && !env.stopping();) {
      size_t stop = std::min(text.size(), start + step);
      if (stop < text.size()) stop = std::min(text.find('\n', stop), text.size() - 1) + 1;
      std::string_view piece = text.substr(start, stop - start);
      letters += characters(piece);
      lines += std::count(piece.begin(), piece.end(), '\n');
      for_each_word(piece, [&](std::string_view word) {
        auto length = static_cast<size_t>(characters(word));
        if (static_cast<int64_t>(length) < minimum) return;
        words++;
        if (lengths.size() <= length) lengths.resize(length + 1);
        lengths[length]++;
      });
      start = stop;
      if (text.size() > step) {
        auto percent = static_cast<int32_t>(start * 100 / text.size());
        env.check(nacre_report(env.raw(), "Measuring words", name.c_str(), percent));
      }
    }
    if (!text.empty() && text.back() != '\n') lines++;
    if (env.is(Each)) flush(env, name);
  }

  void flush(nacre::Env env, std::string_view name) {
    nacre_value histogram = nacre_null();
    env.check(env.host().array_of(env.raw(), NACRE_INT64, lengths.data(), lengths.size(), &histogram));
    env.write(env.object(
      module_of(env).word_count,
      {nacre::value(name), nacre_int64(lines), nacre_int64(words), nacre_int64(letters), histogram}));
    lines = words = letters = 0;
    lengths.clear();
  }
};

// Counts words, then lets Sort-Object of the session order them and passes on what comes out.
struct GetTopWord {
  enum { Text, First, Pattern };
  std::map<std::string, int64_t, std::less<>> counts;

  void process(nacre::Env env, nacre::Input) {
    nacre_text pattern = nacre::text(env.text(Pattern));
    for_each_word(env.text(Text), [&](std::string_view word) {
      int32_t yes = 1;
      if (pattern.n > 0) env.check(env.host().like(env.raw(), pattern, nacre::text(word), 0, &yes));
      if (yes == 0) return;
      auto found = counts.find(word);
      if (found == counts.end()) counts.emplace(word, 1);
      else found->second++;
    });
  }

  void end(nacre::Env env) {
    std::vector<nacre_value> input;
    for (const auto &[word, count] : counts)
      input.push_back(env.object(module_of(env).word, {nacre::value(word), nacre_int64(count)}));
    nacre_argument named[] = {
      {nacre_t("Property"), nacre_str("Count")},
      {nacre_t("Descending"), nacre_switch(1)},
      {nacre_t("Stable"), nacre_switch(1)}};
    int64_t left = env.integer(First, 10);
    nacre_call call{};
    call.struct_size = sizeof call;
    call.named = named;
    call.named_count = 3;
    call.input = input.data();
    call.input_count = input.size();
    call.context = &left;
    call.sink = [](nacre_env *raw, void *context, const nacre_value *values, size_t count) noexcept -> int32_t {
      auto &rest = *static_cast<int64_t *>(context);
      size_t take = std::min(count, static_cast<size_t>(std::max<int64_t>(rest, 0)));
      rest -= static_cast<int64_t>(take);
      int32_t code = raw->host->write_many(raw, values, take);
      return code < 0 ? code : rest > 0 ? NACRE_OK : NACRE_STOP_UPSTREAM;
    };
    if (left > 0) env.check(env.host().invoke_command(env.raw(), nacre_t("Sort-Object"), &call, nullptr));
  }
};

} // namespace

static const nacre_cmdlet measure_word = nacre::cmdlet<MeasureWord>();
NACRE_CMDLET(
  "Measure-Word", measure_word,
  "help 'Counts lines, words and characters of text or files.'\n"
  "description 'Counts pipeline text together, or each input by itself with -Each.'\n"
  "example 'Get-ChildItem *.md | Measure-Word -Each' 'Counts each file.'\n"
  "default Text; output TextTools.WordCount; alias mw\n"
  "param string Text set Text pos 0 mandatory pipeline allowempty help 'Text to count.'\n"
  "param string[] Path set Path mandatory property alias FullName,PSPath complete :path wildcards "
  "help 'Files to count.'\n"
  "param switch Each help 'Writes one result for every input instead of one for all.'\n"
  "param int MinimumLength = 1 range 1..1000 alias Min help 'Shorter words do not count.'");

static const nacre_cmdlet get_top_word = nacre::cmdlet<GetTopWord>();
NACRE_CMDLET(
  "Get-TopWord", get_top_word,
  "help 'Gets the most frequent words of text.'; output TextTools.Word\n"
  "param string Text pos 0 mandatory pipeline allowempty\n"
  "param int First = 10 pos 1 range positive help 'How many words to write.'\n"
  "param string Pattern wildcards help 'Counts only words like this.'");

} // namespace text_tools
