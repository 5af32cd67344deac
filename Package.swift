// swift-tools-version:6.2
import PackageDescription

// The house: rooms are targets, arrows only go down. docs/architecture.md has the map, and
// docs/decisions.md the reasons.

/// What holds in every room: warnings are errors, and `any` is written out.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A room, and the rooms and libraries it may enter.
func room(_ name: String, _ enters: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: enters, exclude: exclude, swiftSettings: strict)
}

/// The tests of a room, and what they may enter besides the yardstick.
func tests(_ name: String, _ enters: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: enters + ["Yardstick"], exclude: exclude,
    swiftSettings: strict)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let server: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
]

// MARK: cellars: C and C++; a module map, a shim, nothing else
let cellars: [Target] = [
  .target(name: "CCurl"),
  .systemLibrary(
    name: "CMarkdown", pkgConfig: "libcmark-gfm",
    providers: [
      .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
    ]),
  .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
  .target(name: "CSketch", exclude: ["sketch"], cxxSettings: [.headerSearchPath(".")]),
]

let rooms: [Target] = [
  // MARK: ground and wire
  room("Ground", []),
  room("Wire", ["Ground", "CCurl"]),

  // MARK: outside
  room("Particle", ["Ground", "Wire"]),
  room("Blynk", ["Ground", "Wire"]),
  room("Guidebook", ["Ground", "CMarkdown", yaml, mustache]),
  room("Sketch", ["Ground", "CSketch"]),
  room("Logbook", ["Ground", database]),
  room("Console", ["Ground", "CEditLine"]),

  // MARK: work
  room("Journey", ["Guidebook"]),
  room("RoundTrip", ["Ground", "Wire", "Particle", "Blynk", histogram]),
  room("Practice", ["Ground", "Wire", "Sketch"] + server),

  // MARK: door
  .executableTarget(
    name: "Footbridge",
    dependencies: [
      "Ground", "Wire", "Particle", "Blynk", "Guidebook", "Sketch", "Logbook", "Console",
      "Journey", "RoundTrip", "Practice", arguments, yaml,
    ],
    swiftSettings: strict),
]

let proofs: [Target] = [
  .target(
    name: "Yardstick", dependencies: ["Ground", "Wire"], path: "Tests/Yardstick",
    swiftSettings: strict),
  .executableTarget(
    name: "Fleet",
    dependencies: [
      "RoundTrip", "Practice", "Particle", "Blynk", "Sketch", "Wire", "Ground", "Yardstick",
    ],
    path: "Tests/Fleet", swiftSettings: strict),
  .executableTarget(
    name: "BenchInside", dependencies: ["Journey", "Guidebook", "Logbook", "Wire", "Ground"],
    path: "Tests/BenchInside", swiftSettings: strict),
  tests("Ground", ["Ground"]),
  tests("Wire", ["Wire", "Ground"] + server),
  tests("Particle", ["Particle", "Practice", "Wire", "Ground"]),
  tests("Blynk", ["Blynk", "Practice", "Wire", "Ground"]),
  tests("Guidebook", ["Guidebook", "Ground"]),
  tests("Sketch", ["Sketch", "Ground"], exclude: ["Wiring", "Sketches"]),
  tests("Logbook", ["Logbook", "Ground", database]),
  tests("Console", ["Console", "Ground"]),
  tests("Journey", ["Journey", "Guidebook"]),
  tests("RoundTrip", ["RoundTrip", "Practice", "Particle", "Blynk", "Wire", "Ground"]),
  tests("Practice", ["Practice", "Sketch", "Wire", "Ground"]),
  tests(
    "Footbridge",
    [
      "Footbridge", "Practice", "Console", "Logbook", "Sketch", "Guidebook", "Particle", "Journey",
      "RoundTrip", "Wire", "Ground", "Fleet", yaml,
    ], exclude: ["Sessions", "Homes", "Disk/baddisk.c"]),
]

let package = Package(
  name: "footbridge",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "footbridge", targets: ["Footbridge"])],
  dependencies: [
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: cellars + rooms + proofs,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
