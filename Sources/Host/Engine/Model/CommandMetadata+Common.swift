import Objects

extension CommandMetadata {
  /// The parameters a command has besides its own: common ones, and those of ShouldProcess and paging.
  public var commonParameters: [ParameterMetadata] {
    isCmdletStyle ? CommonParameter.all(for: self).map(\.metadata) : []
  }
}
