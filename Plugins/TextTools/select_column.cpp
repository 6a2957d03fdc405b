// Select-Column and Set-TextDefault: parameter sets, validation, completion, dynamic parameters, session variables.
#include "text_tools.hpp"

#include <algorithm>

namespace text_tools {
namespace {

constexpr std::string_view delimiter_variable = "global:TextToolsDelimiter";

std::vector<std::string_view> split(std::string_view line, std::string_view delimiter) {
  std::vector<std::string_view> fields;
  size_t start = 0;
  for (size_t at; (at = line.find(delimiter, start)) != std::string_view::npos; start = at + delimiter.size())
    fields.push_back(line.substr(start, at - start));
  fields.push_back(line.substr(start));
  return fields;
}

struct SelectColumn {
  enum { Line, Index, Header, Delimiter, First, AsObject };
  std::string delimiter = ",";
  std::vector<size_t> columns; // From 0.
  std::vector<std::string> names;
  int64_t written = 0;
  bool header_seen = false;

  void bind(nacre::Env env) {
    if (env.is(AsObject) && env.parameter_set() == "ByIndex")
      throw nacre::Error{"HeaderNeeded", NACRE_INVALID_ARGUMENT, "-AsObject needs -Header: columns have no names."};
  }

  void begin(nacre::Env env) {
    nacre_value preset = env.variable(delimiter_variable);
    if (env.bound(Delimiter)) delimiter = env.text(Delimiter);
    else if (nacre_is_text(preset) && preset.len > 0) delimiter = nacre::view(preset);
    if (env.parameter_set() == "ByHeader") {
      for (nacre_value name : env.items(env.param(Header))) names.emplace_back(nacre::view(name));
      return;
    }
    const void *data = nullptr;
    size_t count = 0;
    env.check(env.host().array_data(env.raw(), env.param(Index), NACRE_INT32, &data, &count));
    auto *numbers = static_cast<const int32_t *>(data);
    for (size_t k = 0; k < count; k++) columns.push_back(static_cast<size_t>(numbers[k] - 1));
  }

  bool process(nacre::Env env, nacre::Input) {
    auto fields = split(env.text(Line), delimiter);
    if (!names.empty() && !header_seen) {
      find_columns(env, fields);
      return true;
    }
    std::vector<nacre_value> values;
    for (size_t column : columns)
      values.push_back(column < fields.size() ? nacre::value(fields[column]) : nacre_null());
    if (env.is(AsObject)) env.write(object_of(env, values));
    else env.write_many(values);
    written++;
    return !env.bound(First) || written < env.integer(First);
  }

  static void complete(nacre::Env env, const nacre_complete &request) {
    std::string delimiter = ",";
    for (size_t k = 0; k < request.given_count; k++)
      if (nacre::view(request.given[k].name) == "Delimiter") delimiter = nacre::view(request.given[k].value);
    for (size_t k = 0; k < request.given_count; k++) {
      if (nacre::view(request.given[k].name) != "Line") continue;
      for (std::string_view field : split(nacre::view(request.given[k].value), delimiter))
        if (field.substr(0, request.word.n) == nacre::view(request.word)) env.write(field);
    }
  }

private:
  void find_columns(nacre::Env env, const std::vector<std::string_view> &fields) {
    header_seen = true;
    for (const std::string &name : names) {
      size_t k = 0;
      for (int32_t same = 0; k < fields.size(); k++) {
        env.check(env.host().equals(env.raw(), nacre::value(name), nacre::value(fields[k]), 0, &same));
        if (same != 0) break;
      }
      if (k == fields.size())
        throw nacre::Error{
          "ColumnNotFound", NACRE_OBJECT_NOT_FOUND, "There is no column '" + name + "'.", nacre::value(name)};
      columns.push_back(k);
    }
  }

  nacre_value object_of(nacre::Env env, const std::vector<nacre_value> &values) {
    nacre_value object = nacre_null();
    env.check(env.host().object_new(env.raw(), nacre_t("TextTools.Row"), &object));
    for (size_t k = 0; k < values.size(); k++)
      env.check(env.host().set(env.raw(), object, nacre::text(names[k]), values[k]));
    return object;
  }
};

// -Kind Custom adds a mandatory -Delimiter; the other kinds know theirs.
struct SetTextDefault {
  enum { Kind, Remove, Delimiter };

  static void dynamic(nacre::Env env) {
    if (env.text(Kind) == "Custom")
      env.check(env.host().declare_params(env.raw(), nacre_t("param string Delimiter mandatory length 1..8")));
  }

  void end(nacre::Env env) {
    nacre_text name = nacre::text(delimiter_variable);
    if (env.is(Remove)) {
      env.check(env.host().var_remove(env.raw(), name));
      return;
    }
    std::string_view kind = env.text(Kind);
    std::string_view delimiter = kind == "Tsv" ? "\t" : kind == "Psv" ? "|" : ",";
    if (kind == "Custom") delimiter = env.text(Delimiter);
    env.check(env.host().var_set(env.raw(), name, nacre::value(delimiter)));
    nacre_text tags[] = {nacre_t("TextTools")};
    std::string note = "Columns are now split at '" + std::string(delimiter) + "'.";
    env.check(env.host().write_information(env.raw(), nacre::value(note), tags, 1, 0));
  }
};

} // namespace

static const nacre_cmdlet select_column = nacre::cmdlet<SelectColumn>();
NACRE_CMDLET(
  "Select-Column", select_column,
  "help 'Cuts columns out of delimited lines.'\n"
  "example 'Get-Content list.csv | Select-Column -Header name,size -AsObject'\n"
  "default ByIndex; output string set ByIndex; output TextTools.Row set ByHeader\n"
  "param string Line pos 1 mandatory pipeline property alias Text allowempty\n"
  "param int[] Index set ByIndex pos 0 mandatory range 1..10000 count 1..100 help 'Columns to write, from 1.'\n"
  "param string[] Header set ByHeader mandatory notempty complete @ help 'Columns by the names in the first line.'\n"
  "param string Delimiter length 1..8 help 'What stands between columns; $TextToolsDelimiter or a comma.'\n"
  "param int First range positive help 'Stops the pipeline after so many lines.'\n"
  "param switch AsObject help 'Writes one object for every line.'");

static const nacre_cmdlet set_text_default = nacre::cmdlet<SetTextDefault>();
NACRE_CMDLET(
  "Set-TextDefault", set_text_default,
  "help 'Sets what Select-Column splits lines at when it is not told.'\n"
  "default Set; dynamic\n"
  "param string Kind set Set pos 0 mandatory in Csv,Tsv,Psv,Custom\n"
  "param switch Remove set Remove mandatory help 'Goes back to the comma.'");

} // namespace text_tools
