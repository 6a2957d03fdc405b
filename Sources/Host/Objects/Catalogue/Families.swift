extension Catalogue {
  /// Every family's types; each call only stores closures under names.
  static func registerFamilies() {
    registerCore()
    registerText()
    registerNumbers()
    registerCollections()
    registerTime()
    registerSystem()
    registerFiles()
    registerAutomation()
  }

  private static func registerCore() {
    ObjectType.register()
    TypeType.register()
    EnumType.register()
    ExceptionTypes.register()
    IdentityTypes.register()
    EnvironmentType.register()
  }
  private static func registerText() {
    StringType.register()
    CharType.register()
    StringBuilderType.register()
    RegexTypes.register()
    EncodingTypes.register()
  }
  private static func registerNumbers() {
    NumberTypes.register()
    MathType.register()
    ConvertType.register()
    RandomType.register()
  }
  private static func registerCollections() {
    EnumeratorTypes.register()
    ListTypes.register()
    ArrayType.register()
    DictionaryTypes.register()
    SetTypes.register()
    QueueTypes.register()
    LinkedListType.register()
    TupleTypes.register()
    LinqType.register()
    BitArrayObject.register()
  }
  private static func registerTime() {
    DateTimeType.register()
    TimeSpanType.register()
    DateTimeOffsetType.register()
    HalfDateObject.register()
    TimeZoneType.register()
  }
  private static func registerSystem() {
    CultureTypes.register()
    UriTypes.register()
    ConsoleType.register()
    DiagnosticsTypes.register()
    HashMembers.register()
  }
  private static func registerFiles() {
    PathType.register()
    FileType.register()
    DirectoryType.register()
    FileItemTypes.register()
    StreamTypes.register()
    ReaderWriterTypes.register()
    XmlMembers.register()
  }
  private static func registerAutomation() {
    PSObjectTypes.register()
    ErrorTypes.register()
    CredentialTypes.register()
  }
}
