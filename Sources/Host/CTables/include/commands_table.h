#ifndef NACRE_COMMANDS_TABLE_H
#define NACRE_COMMANDS_TABLE_H

#ifndef __clang__
#define _Nonnull
#endif

/// One built-in command: where it belongs and what its parameters are.
typedef struct {
  const char *_Nonnull name;
  /// Empty for functions of the session.
  const char *_Nonnull module;
  const char *_Nonnull class_name;
  /// 'C' for a cmdlet, 'F' for a function.
  char kind;
  /// First line: default set, output types, flags; then a line a parameter. Fields are separated by tabs.
  const char *_Nonnull record;
} nacre_command;

/// The built-in commands, sorted by upper-case name.
extern const int nacre_command_count;
const nacre_command *_Nonnull nacre_command_rows(void);

/// Default aliases: name, definition, options, module; a line each.
const char *_Nonnull nacre_aliases_text(void);
/// Approved verbs: verb, alias prefix, group, description; a line each.
const char *_Nonnull nacre_verbs_text(void);
/// Default variables: name, type, value, options, description; a line each.
const char *_Nonnull nacre_variables_text(void);

#endif
