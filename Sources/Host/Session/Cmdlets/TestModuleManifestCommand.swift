import Basics
import Engine
import Objects

/// `Test-ModuleManifest`.
final class TestModuleManifest: Cmdlet {
  override func process() throws {
    let written = string("Path") ?? ""
    let path = ModuleLocation.absolute(written, engine)
    guard FileStamp.of(path).exists else {
      return try writeError(
        error(
          "Modules_ModuleNotFound",
          "The specified module '\(written)' was not loaded because no valid module file was found in any module directory.",
          .ResourceUnavailable, target: .string(written), type: "System.IO.FileNotFoundException"))
    }
    guard PathText.hasExtension(path, ".psd1") else {
      return try writeError(
        error(
          "Modules_InvalidModuleManifestPath",
          "The module manifest path '\(written)' is not valid. The value of the Path argument must resolve to a single file "
            + "that has a '.psd1' extension. Change the value of the Path argument to point to a valid psd1 file, and then "
            + "try again.", .InvalidArgument, target: .string(written), type: "System.InvalidOperationException"))
    }
    let manifest: Manifest
    do {
      manifest = try Manifest.read(path)
      try manifest.check()
      try manifest.checkHost(engine)
      try manifest.checkFiles()
    } catch let e as ManifestError {
      return try writeError(error(e.id, e.message, e.category, target: .string(path), type: e.exceptionType))
    }
    try checkParts(manifest)
    guard let module = AvailableModules.module(file: path) else { return }
    try write(.object(module))
  }

  private func checkParts(_ manifest: Manifest) throws {
    if let root = manifest.rootModule, ModuleFiles.partFile(root, base: manifest.base) == nil, !isAvailable(root) {
      try writeError(
        error(
          "Modules_InvalidRootModuleInModuleManifest",
          "The module manifest '\(manifest.path)' is not valid. The value of the RootModule key '\(root)' is not valid: the "
            + "file was not found.", .InvalidArgument, target: .string(manifest.path), type: "System.ArgumentException")
      )
    }
    for s in (try? manifest.specifications("NestedModules")) ?? [] {
      if ModuleFiles.partFile(s.name, base: manifest.base) == nil, !isAvailable(s.name) {
        try refuse("Modules_InvalidNestedModuleinModuleManifest", "NestedModules", s.name, manifest)
      }
    }
    for s in (try? manifest.specifications("RequiredModules")) ?? [] where !isAvailable(s.name) {
      try refuse("Modules_InvalidRequiredModulesinModuleManifest", "RequiredModules", s.name, manifest)
    }
    for name in manifest.strings("FileList") ?? [] where !name.isEmpty && !FileStamp.of(manifest.resolve(name)).exists {
      try refuse("Modules_InvalidFilePathinModuleManifest", "FileList", name, manifest)
    }
    for name in manifest.strings("RequiredAssemblies") ?? [] where !name.isEmpty && name.hasSuffix(".dll") {
      if !FileStamp.of(manifest.resolve(name)).exists {
        try refuse("Modules_InvalidRequiredAssembliesInModuleManifest", "RequiredAssemblies", name, manifest)
      }
    }
  }

  private func refuse(_ id: String, _ key: String, _ name: String, _ manifest: Manifest) throws {
    try writeError(
      error(
        id,
        "The specified \(key) entry '\(name)' in the module manifest '\(manifest.path)' is not valid. Try again after updating "
          + "this entry with valid values.", .ObjectNotFound, target: .string(name),
        type: "System.IO.DirectoryNotFoundException"))
  }

  /// Whether a module of that name is on the module path.
  private func isAvailable(_ name: String) -> Bool {
    if EngineModules.named(name) != nil { return true }
    return ModulePath.entries(withSystem: true).contains { entry in
      guard let folder = ModuleFiles.folder(named: name, in: entry) else { return false }
      return !ModuleFiles.candidates(in: folder, name: PathText.leaf(folder)).isEmpty
    }
  }
}
