// swift-tools-version: 6.2
import PackageDescription

// One section a room, lowest first. A room may import only what its line lists (docs/architecture.md);
// the test command builds with --explicit-target-dependency-import-check error.

/// Settings every Swift target in the house shares; the gate (`NACRE_STRICT=1`) turns warnings into errors.
///
/// Exclusivity is checked in debug builds and tests; in release it would cost a third of the interpreter's time.
let house: [SwiftSetting] =
  [
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["NACRE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A room: one Swift target in `Sources/Host/<name>`, importing only what is listed.
func room(_ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(
    name: name, dependencies: imports, path: "Sources/Host/\(name)", exclude: exclude, swiftSettings: house)
}

/// A C room below the Swift ones: only what Swift cannot express safely.
func cRoom(_ name: String, libraries: [String] = []) -> Target {
  .target(
    name: name, path: "Sources/Host/\(name)", publicHeadersPath: "include",
    cSettings: [.unsafeFlags(["-std=c11", "-Wall", "-Wextra"])],
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// The unit tests of a room.
func tests(_ room: String, _ imports: [Target.Dependency]) -> Target {
  .testTarget(name: room + "Tests", dependencies: imports, path: "Tests/\(room)Tests", swiftSettings: house)
}

let package = Package(
  name: "nacre",
  products: [.executable(name: "nacre", targets: ["nacre"])],
  targets: [
    .target(name: "PluginABI", path: "Sources/PluginABI", publicHeadersPath: "include"),
    cRoom("CSystem"),
    cRoom("CForeign", libraries: ["ffi", "dl"]),
    cRoom("CTables"),
    room("Basics"),
    room("Diagnostics", ["Basics"]),
    room("Syntax", ["Diagnostics", "Basics"], exclude: ["grammar.txt"]),
    room("Objects", ["Diagnostics", "Basics", "CPCRE2", "CTables"]),
    .systemLibrary(
      name: "CPCRE2", path: "Sources/Host/CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"])]),
    room("Processes", ["CSystem", "Basics"]),
    room("Formatting", ["Objects", "Basics", "CTables"]),
    room("Serialization", ["Objects", "Basics"]),
    room("Engine", ["Syntax", "Objects", "Processes", "Diagnostics", "Basics"]),
    room("Session", ["Engine", "Syntax", "Objects", "Processes", "Diagnostics", "Basics", "CTables"]),
    room("Providers", ["Session", "Engine", "Processes", "Objects", "Basics"]),
    room("Commands", ["Session", "Engine", "Formatting", "Serialization", "Providers", "Processes", "Syntax", "Objects", "Diagnostics", "Basics"]),
    room("ModuleLoader", ["Session", "Engine", "Serialization", "Syntax", "Objects", "Diagnostics", "Basics", "PluginABI", "CForeign"]),
    room("Console", ["Session", "Engine", "Processes", "Formatting", "Syntax", "Objects", "Diagnostics", "Basics", "CSystem"]),
    .executableTarget(
      name: "syntaxdump", dependencies: ["Syntax", "Diagnostics", "Basics"], path: "Sources/Tools/syntaxdump",
      swiftSettings: house),
    .executableTarget(
      name: "nacre",
      dependencies: [
        "Console", "Commands", "ModuleLoader", "Providers", "Session", "Formatting", "Engine", "Processes", "Syntax",
        "Objects", "Diagnostics", "Basics", "CSystem",
      ],
      path: "Sources/Host/nacre", swiftSettings: house),
    tests("Basics", ["Basics"]),
    tests("Processes", ["Processes", "CSystem", "Basics"]),
    tests("Console", ["Console", "Basics"]),
    tests("Objects", ["Objects", "Basics"]),
    tests("ModuleLoader", ["ModuleLoader", "Session", "Engine", "Objects", "Basics"]),
    tests("Formatting", ["Formatting", "Objects", "Basics"]),
    tests("Session", ["Session", "Engine", "Objects", "Basics"]),
  ]
)
