/// The texts of the parser's errors, in the order of their ids.
enum SyntaxMessages {
  static let assignmentTarget =
    "The assignment expression is not valid. The input to an assignment operator must be an object that is able to "
    + "accept assignments, such as a variable or a property."
  static let unrecognizedToken = "Unrecognized token in source text."
  static let incompleteInput = "Incomplete input."
  static let invalidVariableReferenceWithDrive =
    "Variable reference is not valid. ':' was not followed by a valid variable name character. "
    + "Consider using ${} to delimit the name."
  static let openBraceInVariableName =
    "The character '{' in a braced variable name must be preceded by a backtick (`)."
  static let incompleteVariableReference = "Variable reference starting is missing the closing '}'."
  static let emptyVariableReference = "Braced variable name cannot be empty."
  static let incompleteSubexpressionReference = "$(subexpression) is missing the closing ')'."
  static let missingTerminatorMultiLineComment = "The terminator '#>' is missing from the multiline comment."
  static let charactersAfterHereStringHeader =
    "No characters are allowed after a here-string header but before the end of the line."
  static let whitespaceBeforeHereStringFooter = "White space is not allowed before the string terminator."

  static func reservedOperator(_ text: String) -> String {
    "The '\(text)' operator is reserved for future use."
  }
  static func terminatorExpected(_ terminator: String) -> String {
    "The string is missing the terminator: \(terminator)."
  }
  static func badNumericConstant(_ text: String) -> String { "The numeric constant \(text) is not valid." }
}
