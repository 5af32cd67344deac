// swift-tools-version:6.2
import PackageDescription

// Arrows between targets only go down. docs/architecture.md has the map, and
// docs/decisions.md the reasons.

/// What holds in every target: warnings are errors, and `any` is written out.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A library of the program, and what it may import.
func library(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

/// The tests of a target, and what they may import besides `TestSupport`.
func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: imports + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let channels = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let server: [Target.Dependency] = [
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
]

// MARK: C and C++; a module map, a shim, nothing else
let cTargets: [Target] = [
  .target(name: "CCurl"),
  .systemLibrary(
    name: "CMarkdown", pkgConfig: "libcmark-gfm",
    providers: [
      .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
    ]),
  .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
  .target(name: "CFirmware"),
  .target(name: "CDeviceOS", exclude: ["sketch"], cxxSettings: [.headerSearchPath(".")]),
]

let program: [Target] = [
  // MARK: core and infrastructure
  library("Core", []),
  library("Localization", ["Core", yaml]),
  library("HTTP", ["Core", "CCurl"]),
  library("Recording", ["Core", "HTTP"]),

  // MARK: clouds, guide, device, storage, terminal
  library("ParticleAPI", ["Core", "HTTP"]),
  library("BlynkAPI", ["Core", "HTTP"]),
  library("Guide", ["Core", "CMarkdown", yaml, mustache]),
  library("Firmware", ["Core", "CFirmware"]),
  library("DeviceSimulator", ["Core", "Firmware", "CDeviceOS"]),
  library("Storage", ["Core", database]),
  library("Terminal", ["Core", "Localization", "CEditLine"]),

  // MARK: domain and practice
  library("Walkthrough", ["Core", "Guide"]),
  library("RoundTrip", ["Core", "HTTP", "ParticleAPI", "BlynkAPI", histogram]),
  library(
    "Capabilities",
    ["Core", "HTTP", "ParticleAPI", "BlynkAPI", "Firmware", "Walkthrough", "RoundTrip"]),
  library("HTTPTestServer", ["HTTP", channels] + server),
  library(
    "PracticeClouds", ["Core", "HTTP", "HTTPTestServer", "Firmware", "DeviceSimulator", channels]),

  // MARK: services
  library(
    "Reports",
    ["Core", "Localization", "Storage", "Guide", "Terminal", "Walkthrough", "RoundTrip"]),
  library(
    "Trips",
    [
      "Core", "HTTP", "ParticleAPI", "BlynkAPI", "Guide", "Storage", "Terminal", "Walkthrough",
      "RoundTrip", "Capabilities", "Reports",
    ]),
  library(
    "SetupFlow",
    [
      "Core", "Localization", "HTTP", "ParticleAPI", "BlynkAPI", "Guide", "Storage", "Terminal",
      "Walkthrough",
      "RoundTrip", "Capabilities", "PracticeClouds", "Reports", "Trips", yaml,
    ]),

  // MARK: program
  .executableTarget(
    name: "Footbridge",
    dependencies: [
      "Core", "Localization", "HTTP", "Recording", "Guide", "Firmware", "DeviceSimulator",
      "Storage", "Terminal",
      "Walkthrough", "RoundTrip", "Capabilities", "PracticeClouds", "Reports", "Trips", "SetupFlow",
      arguments,
    ],
    swiftSettings: strict),
]

let testing: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["Core", "HTTP", "Recording"], path: "Tests/TestSupport",
    swiftSettings: strict),
  .executableTarget(
    name: "Fleet",
    dependencies: [
      "RoundTrip", "PracticeClouds", "ParticleAPI", "BlynkAPI", "Firmware", "HTTP", "Core",
      "TestSupport",
    ],
    path: "Tests/Fleet", swiftSettings: strict),
  .executableTarget(
    name: "BenchInside",
    dependencies: ["Recording", "Walkthrough", "Guide", "Storage", "HTTP", "Core"],
    path: "Tests/BenchInside", swiftSettings: strict),
  tests("Core", ["Core"]),
  tests("Localization", ["Localization", "Core"]),
  tests("HTTP", ["HTTP", "Core", channels] + server),
  tests("Recording", ["Recording", "HTTP", "Core"]),
  tests("ParticleAPI", ["ParticleAPI", "PracticeClouds", "Recording", "HTTP", "Core"]),
  tests("BlynkAPI", ["BlynkAPI", "PracticeClouds", "Recording", "HTTP", "Core"]),
  tests("Guide", ["Guide", "Core"]),
  tests("Firmware", ["Firmware", "Core"]),
  tests(
    "DeviceSimulator", ["DeviceSimulator", "Firmware", "Core"], exclude: ["Wiring", "Sketches"]),
  tests("Storage", ["Storage", "Core", database]),
  tests("Terminal", ["Terminal", "Core"]),
  tests("Walkthrough", ["Walkthrough", "Guide"]),
  tests(
    "RoundTrip",
    [
      "RoundTrip", "PracticeClouds", "ParticleAPI", "BlynkAPI", "HTTP", "Core",
    ]),
  tests(
    "Capabilities",
    ["Capabilities", "Walkthrough", "ParticleAPI", "BlynkAPI", "Guide", "HTTP", "Core"]),
  tests("Reports", ["Reports", "Localization", "RoundTrip", "Core"]),
  tests("Trips", ["Trips", "Reports", "RoundTrip", "Walkthrough", "Storage", "Core"]),
  tests("SetupFlow", ["SetupFlow", "Guide", "Core"]),
  tests("HTTPTestServer", ["HTTPTestServer", "HTTP", "Core"]),
  tests(
    "PracticeClouds",
    ["HTTPTestServer", "PracticeClouds", "Firmware", "DeviceSimulator", "HTTP", "Core"]),
  tests(
    "Footbridge",
    [
      "Footbridge", "SetupFlow", "Trips", "Capabilities", "PracticeClouds", "Terminal", "Storage",
      "Firmware", "Guide", "Walkthrough", "RoundTrip", "Recording", "HTTP", "Core",
      "Localization", "Fleet", yaml,
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
  targets: cTargets + program + testing,
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
