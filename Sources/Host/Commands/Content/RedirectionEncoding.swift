import Basics
import Engine
import Objects
import Serialization

/// The encoding `>` writes in: what `$PSDefaultParameterValues` says about Out-File.
enum RedirectionEncoding {
  private static let name = Symbol("PSDefaultParameterValues")

  static func current(_ runspace: Runspace) -> TextEncoding {
    guard let v = runspace.currentScope.findVariable(name)?.get(), let d = v.asObject(PSDictionary.self), d.count > 0
    else {
      return .standard
    }
    for key in ["Out-File:Encoding", "*:Encoding", "Out-*:Encoding"] {
      if let e = d.get(key), let known = TextEncoding.of(e) { return known }
    }
    return .standard
  }
}

/// `$OutputEncoding`: UTF-8 without a mark, made when somebody looks.
enum OutputEncodingVariable {
  static func attach(to runspace: Runspace) {
    let v = Variable(Symbol("OutputEncoding"), .null)
    var made: Value?
    v.getter = {
      if let m = made { return m }
      let type = Types.named("System.Text.UTF8Encoding")
      let m = (try? MemberAccess.construct(type, [.bool(false)])) ?? .null
      made = m
      return m
    }
    v.setter = { made = $0 }
    runspace.globalState.rootScope.variables[v.symbol] = v
  }
}
