/// The texts of the parser's errors.
enum SyntaxMessages {
  static let assignmentTarget =
    "The assignment expression is not valid. The input to an assignment operator must be an object that is able to "
    + "accept assignments, such as a variable or a property."
  static let attributeArgumentConstant = "Attribute argument must be a constant or a script block."
  static let charactersAfterHereStringHeader =
    "No characters are allowed after a here-string header but before the end of the line."
  static let dataSectionAssignment =
    "Assignment statements are not allowed in restricted language mode or a Data section."
  static let dataSectionCommand = "A command called through an operator is not allowed in a Data section."
  static let dataSectionExpression = "The commands a Data section supports must be named by constants."
  static let dataSectionFunction =
    "Function declarations are not allowed in restricted language mode or a Data section."
  static let dataSectionLoop = "Loops are not allowed in restricted language mode or a Data section."
  static let dataSectionMethod = "Method calls are not allowed in restricted language mode or a Data section."
  static let dataSectionRedirection = "Redirection is not allowed in restricted language mode or a Data section."
  static let dataSectionScriptBlock =
    "Script block literals are not allowed in restricted language mode or a Data section."
  static let dataSectionStatement = "The statement is not allowed in restricted language mode or a Data section."
  static let dataSectionVariable =
    "A variable that cannot be referenced in restricted language mode or a Data section is being referenced. "
    + "Variables that can be referenced include the following: $PSCulture, $PSUICulture, $true, $false, $null."
  static let emptyCatchNotLast = "Only the last catch block may have no exception type."
  static let emptyPipeElement = "An empty pipe element is not allowed."
  static let emptyPipelineChainElement = "A pipeline chain operator must be followed by a pipeline."
  static let emptyVariableReference = "Braced variable name cannot be empty."
  static let endSquareBracketExpected = "Missing ] at end of attribute or type literal."
  static let expressionsMustBeFirst = "Expressions are only allowed as the first element of a pipeline."
  static let flowLeavesFinally = "Control cannot leave a finally block."
  static let incompleteInput = "Incomplete input."
  static let incompleteMember = "Missing a property name or method definition."
  static let incompleteSubexpressionReference = "$(subexpression) is missing the closing ')'."
  static let incompleteVariableReference = "Variable reference starting is missing the closing '}'."
  static let invalidFunctionParameter =
    "Parameter declarations are a comma-separated list of variable names with optional initializer expressions."
  static let invalidUsingExpression = "Expression is not allowed in a Using expression."
  static let invalidVariableReferenceWithDrive =
    "Variable reference is not valid. ':' was not followed by a valid variable name character. "
    + "Consider using ${} to delimit the name."
  static let methodHasCodePathNotReturn = "Not all code path returns value within method."
  static let missingArgument = "Missing argument in parameter list."
  static let missingArrayIndex = "Array index expression is missing or not valid."
  static let missingAssemblyName = "Missing assembly name."
  static let missingBaseCtorCall = "Missing call to the base class constructor after ':'."
  static let missingCatchHandlerBlock = "The Catch block is missing its statement block."
  static let missingCatchOrFinally = "The Try statement is missing its Catch or Finally block."
  static let missingColonInTernary = "Missing ':' in the ternary expression."
  static let missingCurlyBraceInSwitch = "Missing '{' in switch statement."
  static let missingDataSectionBlock = "Missing statement block for data section."
  static let missingEndCurlyBrace = "Missing closing '}' in statement block or type definition."
  static let missingEndParenthesisAfterForeach =
    "Missing closing ')' after expression part of foreach loop." + foreachForm
  static let missingEndParenthesisInExpression = "Missing closing ')' in expression."
  static let missingEndParenthesisInMethodCall = "Missing ')' in method call."
  static let missingEndParenthesisInParameters = "Missing ')' in function parameter list."
  static let missingEndParenthesisInSubexpression = "Missing closing ')' in subexpression."
  static let missingEndParenthesisInSwitch = "Missing ')' after expression in switch statement."
  static let missingEndSquareBracket = "Missing ']' after array index expression."
  static let missingEqualsInHash = "Missing '=' operator after key in hash literal."
  static let missingExpressionInNamedArgument = "Missing statement after '=' in named argument."
  static let missingFileSpecification = "Missing file specification after redirection operator."
  static let missingFilenameOption = "Missing file name argument to '-file' in switch statement."
  static let missingFinallyBlock = "The Finally block is missing its statement block."
  static let missingForeachExpression = "Missing expression in foreach loop." + foreachForm
  static let missingForeachStatement = "Missing statement body in foreach loop." + foreachForm
  static let missingFunctionBody = "Missing function body in function declaration."
  static let missingInInForeach = "Missing 'in' after variable in foreach loop." + foreachForm
  static let missingMethodParameterList = "Missing '(' in class method parameter list."
  static let missingPropertyName = "Missing property name after reference operator."
  static let missingPropertyTerminator = "Missing ';' or end-of-line in property definition."
  static let missingStatementBlockAfterElse = "Missing statement block after 'else' keyword."
  static let missingStatementInHash = "Missing statement after '=' in hash literal."
  static let missingSupportedCommand = "Missing command name after -SupportedCommand in data section."
  static let missingSwitchClause = "Missing statement block in switch statement clause."
  static let missingSwitchCondition = "Missing condition in switch statement clause."
  static let missingTerminatorMultiLineComment = "The terminator '#>' is missing from the multiline comment."
  static let missingThrottleLimit = "Missing argument to the -ThrottleLimit parameter of the foreach statement."
  static let missingTrapStatement = "The 'trap' statement was incomplete. A trap statement requires a body."
  static let missingTryStatementBlock = "The Try statement is missing its statement block."
  static let missingTypeLiteral = "Missing type literal token."
  static let missingTypename = "Missing type name after '['."
  static let missingUsingDirective =
    "The 'using' keyword must be followed by 'assembly', 'module' or 'namespace'."
  static let missingUsingItemName = "Missing name after the kind of a using statement."
  static let missingVariableAfterForeach = "Missing variable name after foreach." + foreachForm
  static let missingWhileOrUntil = "Missing while or until keyword in do loop."
  static let multipleSwitchDefaults = "A switch statement can have only one default clause."
  static let onlyOneParameterList =
    "A function may declare its parameters in parentheses or in a param block, not in both."
  static let openBraceInVariableName =
    "The character '{' in a braced variable name must be preceded by a backtick (`)."
  static let orderedOnlyOnHash = "The ordered attribute can be specified only on a hash literal node."
  static let paramBlockInMethod = "A param block is not allowed in a class method."
  static let pipelineValueRequired =
    "A switch statement must have one of the following:  '-file file_name' or '( expression )'."
  static let requiresFormat =
    "Cannot process the #requires statement because it is not in the correct format.\n"
    + "The #requires statement must be in one of the following formats:\n \"#requires -shellid <shellID>\"\n"
    + " \"#requires -version <major.minor>\"\n"
    + " \"#requires -psedition <edition>\"\n"
    + " \"#requires -pssnapin <psSnapInName> [-version <major.minor>]\"\n"
    + " \"#requires -modules <ModuleSpecification>\"\n \"#requires -runasadministrator\""
  static let scriptTooComplicated = "The script is nested too deeply to be parsed."
  static let tooManyTypes = "Only one type may be specified on class members."
  static let typeNameExpected = "Type name expected."
  static let unrecognizedToken = "Unrecognized token in source text."
  static let usingMustBeAtStart = "A 'using' statement must appear before any other statements in a script."
  static let variableNotLocal = "Variable is not assigned in the method."
  static let whitespaceBeforeHereStringFooter = "White space is not allowed before the string terminator."

  private static let foreachForm = "\nThe correct form is: foreach ($a in $b) {...}"
}

// Texts with a part to fill in.
extension SyntaxMessages {
  static func badNumericConstant(_ text: String) -> String { "The numeric constant \(text) is not valid." }
  static func cannotAssignProperty(_ name: String) -> String { "Cannot assign property, use '\(name)'." }
  static func dataSectionCmdlet(_ name: String) -> String {
    "The command '\(name)' is not allowed in restricted language mode or a Data section."
  }
  static func duplicateClause(_ text: String) -> String {
    "Script command clause '\(text)' has already been defined."
  }
  static func duplicateKey(_ text: String) -> String { "Duplicate keys '\(text)' are not allowed in hash literals." }
  static func duplicateNamedArgument(_ name: String) -> String {
    "The named argument '\(name)' is specified more than once."
  }
  static func duplicateParameter(_ name: String) -> String { "Duplicate parameter $\(name) in parameter list." }
  static func duplicateQualifier(_ text: String) -> String { "The modifier '\(text)' is specified more than once." }
  static func errorLoadingAssembly(_ name: String) -> String { "Cannot load assembly '\(name)'." }
  static func exceptionTypeCaught(_ name: String) -> String {
    "The exception type \(name) is already handled by a previous handler."
  }
  static func expectedExpression(_ text: String) -> String { "An expression was expected after '\(text)'." }
  static func expectedValue(_ text: String) -> String {
    "You must provide a value expression following the '\(text)' operator."
  }
  static func ifStatementMissingCondition(_ word: String) -> String {
    "Missing condition in if statement after '\(word) ('."
  }
  static func invalidDataSectionParameter(_ text: String) -> String {
    "The parameter '\(text)' is not allowed in a data section."
  }
  static func invalidForeachFlag(_ text: String) -> String { "Unexpected parameter '\(text)' in a foreach statement." }
  static func invalidSwitchFlag(_ text: String) -> String { "Invalid switch flag: '\(text)'." }
  static func invalidUsingItemName(_ text: String) -> String { "'\(text)' is not a valid value for using item name." }
  static func memberAlreadyDefined(_ name: String) -> String { "The member '\(name)' is already defined." }
  static func missingEndParenthesisAfterStatement(_ word: String) -> String {
    "Missing closing ')' after expression in '\(word)' statement."
  }
  static func missingExpression(_ text: String) -> String { "Missing expression after '\(text)' in pipeline element." }
  static func missingExpressionAfterKeyword(_ word: String) -> String { "Missing expression after '\(word)' in loop." }
  static func missingExpressionAfterOperator(_ text: String) -> String {
    "Missing expression after unary operator '\(text)'."
  }
  static func missingExpressionAfterToken(_ text: String) -> String { "Missing expression after '\(text)'." }
  static func missingLoopStatement(_ word: String) -> String { "Missing statement body in \(word) loop." }
  static func missingNameAfterKeyword(_ word: String) -> String { "Missing name after \(word) keyword." }
  static func missingNamedBlocks(_ text: String) -> String {
    "unexpected token '\(text)', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'."
  }
  static func missingNamedStatementBlock(_ word: String) -> String { "Missing statement block after '\(word)'." }
  static func missingOpenParenthesisAfterKeyword(_ word: String) -> String {
    "Missing opening '(' after keyword '\(word)'."
  }
  static func missingOpenParenthesisInIf(_ word: String) -> String { "Missing '(' after '\(word)' in if statement." }
  static func missingStatementAfterKeyword(_ word: String) -> String { "Missing statement after '\(word)' keyword." }
  static func missingStatementAfterLabel(_ text: String) -> String { "Missing statement after label '\(text)'." }
  static func missingStatementBlock(_ word: String) -> String {
    "Missing statement block after \(word) ( condition )."
  }
  static func missingTypeBody(_ word: String) -> String { "Missing 'class' body in '\(word)' declaration." }
  static func operatorRequiresVariable(_ text: String) -> String {
    "The '\(text)' operator works only on variables or on properties."
  }
  static func parameterRequiresArgument(_ text: String) -> String { "Parameter \(text) requires an argument." }
  static func reservedKeyword(_ word: String) -> String {
    "The '\(word)' keyword is not supported in this version of the language."
  }
  static func reservedOperator(_ text: String) -> String {
    "The '\(text)' operator is reserved for future use."
  }
  static func reservedParameter(_ name: String, _ keyword: String) -> String {
    "The parameter '-\(name)' of the '\(keyword)' statement is reserved for future use."
  }
  static func splattingNotPermitted(_ name: String) -> String {
    "The splatting operator '@' cannot be used to reference variables in an expression. '@\(name)' can be used only "
      + "as an argument to a command. To reference variables in an expression use '$\(name)'."
  }
  static func streamAlreadyRedirected(_ name: String) -> String {
    "The \(name) stream for this command is already redirected."
  }
  static func terminatorExpected(_ terminator: String) -> String {
    "The string is missing the terminator: \(terminator)."
  }
  static func typeNotAllowedBeforeParam(_ name: String) -> String {
    "The type '\(name)' is not allowed before 'param'."
  }
  static func typeNotFound(_ name: String) -> String { "Unable to find type [\(name)]." }
  static func unexpectedAttribute(_ name: String) -> String { "Unexpected attribute '\(name)'." }
  static func unexpectedToken(_ text: String) -> String { "Unexpected token '\(text)' in expression or statement." }
}
