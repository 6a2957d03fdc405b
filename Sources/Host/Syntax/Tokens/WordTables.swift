import Basics

/// Keywords and dashed operators, by their letters.
enum WordTables {
  nonisolated(unsafe) static let keywords = ByteWordTable(
    [
      ("elseif", TokenKind.elseIf), ("if", .if), ("else", .else), ("switch", .switch), ("foreach", .foreach),
      ("from", .from), ("in", .in), ("for", .for), ("while", .while), ("until", .until), ("do", .do), ("try", .try),
      ("catch", .catch), ("finally", .finally), ("trap", .trap), ("data", .data), ("return", .return),
      ("continue", .continue), ("break", .break), ("exit", .exit), ("throw", .throw), ("begin", .begin),
      ("process", .process), ("end", .end), ("dynamicparam", .dynamicparam), ("function", .function),
      ("filter", .filter), ("param", .param), ("class", .class), ("define", .define), ("var", .var),
      ("using", .using), ("workflow", .workflow), ("parallel", .parallel), ("sequence", .sequence),
      ("inlinescript", .inlineScript), ("configuration", .configuration), ("public", .public),
      ("private", .private), ("static", .static), ("interface", .interface), ("enum", .enum),
      ("namespace", .namespace), ("module", .module), ("type", .type), ("assembly", .assembly),
      ("command", .command), ("hidden", .hidden), ("base", .base), ("default", .default), ("clean", .clean),
    ].map { ($0.0, $0.1.rawValue) })

  nonisolated(unsafe) static let operators = ByteWordTable(
    [
      ("not", TokenKind.not), ("bnot", .bnot), ("eq", .ieq), ("ieq", .ieq), ("ceq", .ceq), ("ne", .ine),
      ("ine", .ine), ("cne", .cne), ("ge", .ige), ("ige", .ige), ("cge", .cge), ("gt", .igt), ("igt", .igt),
      ("cgt", .cgt), ("lt", .ilt), ("ilt", .ilt), ("clt", .clt), ("le", .ile), ("ile", .ile), ("cle", .cle),
      ("like", .ilike), ("ilike", .ilike), ("clike", .clike), ("notlike", .inotlike), ("inotlike", .inotlike),
      ("cnotlike", .cnotlike), ("match", .imatch), ("imatch", .imatch), ("cmatch", .cmatch),
      ("notmatch", .inotmatch), ("inotmatch", .inotmatch), ("cnotmatch", .cnotmatch), ("replace", .ireplace),
      ("ireplace", .ireplace), ("creplace", .creplace), ("contains", .icontains), ("icontains", .icontains),
      ("ccontains", .ccontains), ("notcontains", .inotcontains), ("inotcontains", .inotcontains),
      ("cnotcontains", .cnotcontains), ("in", .iin), ("iin", .iin), ("cin", .cin), ("notin", .inotin),
      ("inotin", .inotin), ("cnotin", .cnotin), ("split", .isplit), ("isplit", .isplit), ("csplit", .csplit),
      ("isnot", .isNot), ("is", .is), ("as", .as), ("f", .format), ("and", .and), ("or", .or), ("xor", .xor),
      ("band", .band), ("bor", .bor), ("bxor", .bxor), ("join", .join), ("shl", .shl), ("shr", .shr),
    ].map { ($0.0, $0.1.rawValue) })
}
