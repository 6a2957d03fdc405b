import Glibc
import PluginABI

/// Get-UnixUser: by id, by name with wildcards, or all.
final class GetUnixUser: Cmdlet {
  private enum Parameter {
    static let name = 0
    static let id = 1
  }

  override func process(_ env: Env) throws {
    if env.isBound(Parameter.id) {
      for id in try env.integers(Parameter.id) { try writeUser(id: id, env) }
      return
    }
    guard env.isBound(Parameter.name) else { return try writeUsers(like: "*", env) }
    for pattern in try env.texts(Parameter.name) { try writeUsers(like: pattern, env) }
  }

  private func writeUser(id: Int64, _ env: Env) throws {
    guard let id32 = uid_t(exactly: id), let user = getpwuid(id32) else {
      let error = PluginError("UserNotFound", NACRE_OBJECT_NOT_FOUND, "There is no user with the id \(id).")
      return try env.report(error, target: "\(id)")
    }
    try write(user.pointee, env)
  }

  private func writeUsers(like pattern: String, _ env: Env) throws {
    var found = false
    setpwent()
    defer { endpwent() }
    while !env.isStopping, let user = getpwent() {
      guard try env.matches(pattern, text(user.pointee.pw_name)) else { continue }
      found = true
      try write(user.pointee, env)
    }
    guard !found, !pattern.utf8.contains(where: { $0 == 42 || $0 == 63 || $0 == 91 }) else { return }
    let error = PluginError("UserNotFound", NACRE_OBJECT_NOT_FOUND, "There is no user named '\(pattern)'.")
    try env.report(error, target: pattern)
  }

  private func write(_ user: passwd, _ env: Env) throws {
    try env.write(
      type: "UnixInfo.User",
      [
        ("Name", .text(text(user.pw_name))), ("Id", .long(Int64(user.pw_uid))), ("GroupId", .long(Int64(user.pw_gid))),
        ("FullName", .text(text(user.pw_gecos))), ("Home", .text(text(user.pw_dir))),
        ("Shell", .text(text(user.pw_shell))),
      ])
  }
}

/// Get-UnixGroup: by name with wildcards, or all.
final class GetUnixGroup: Cmdlet {
  override func process(_ env: Env) throws {
    let patterns = env.isBound(0) ? try env.texts(0) : ["*"]
    setgrent()
    defer { endgrent() }
    while !env.isStopping, let group = getgrent()?.pointee {
      let name = text(group.gr_name)
      guard try patterns.contains(where: { try env.matches($0, name) }) else { continue }
      try env.write(
        type: "UnixInfo.Group",
        [("Name", .text(name)), ("Id", .long(Int64(group.gr_gid))), ("Members", .list(members(group)))])
    }
  }

  private func members(_ group: group) -> [String] {
    var names: [String] = []
    var next = group.gr_mem
    while let name = next?.pointee {
      names.append(text(name))
      next = next?.advanced(by: 1)
    }
    return names
  }
}
