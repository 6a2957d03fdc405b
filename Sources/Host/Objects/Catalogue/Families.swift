extension Catalogue {
  /// Every family's types; each call only stores closures under names.
  static func registerFamilies() {
    registerText()
    registerNumbers()
    registerCollections()
  }

  private static func registerText() {
    StringType.register()
    CharType.register()
    StringBuilderType.register()
  }
  private static func registerNumbers() {
    NumberTypes.register()
    MathType.register()
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
}
