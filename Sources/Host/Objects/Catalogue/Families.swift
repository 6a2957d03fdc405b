extension Catalogue {
  /// Every family's types; each call only stores closures under names.
  static func registerFamilies() {
    registerCore()
    registerText()
    registerNumbers()
    registerCollections()
    registerTime()
  }

  private static func registerCore() {
    ObjectType.register()
    TypeType.register()
    EnumType.register()
    ExceptionTypes.register()
  }
  private static func registerText() {
    StringType.register()
    CharType.register()
    StringBuilderType.register()
    RegexTypes.register()
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
  }
  private static func registerTime() {
    DateTimeType.register()
    TimeSpanType.register()
    DateTimeOffsetType.register()
  }
}
