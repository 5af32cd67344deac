import Foundation
import Testing

/// The rules of docs/contributing.md as checks over the sources: what we like may not get lost unseen.
@Suite struct HouseTests {
  struct Source: Sendable {
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var target: String { String(path.split(separator: "/")[1]) }
  }

  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let sources: [Source] = {
    let files = FileManager.default.enumerator(atPath: "\(checkout)/Sources")?.allObjects ?? []
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { name in
        (try? String(contentsOfFile: "\(checkout)/Sources/\(name)", encoding: .utf8))
          .map { Source(path: "Sources/\(name)", text: $0) }
      }
  }()

  static func holding(_ pattern: some RegexComponent) -> [String] {
    sources.filter { $0.text.contains(pattern) }.map(\.path)
  }

  /// Every way to call it: with and without brackets, with a closure, by its name as a function.
  static var opening: some RegexComponent {
    /\.\s*open\s*(\(\s*(\)|encode\s*:|\{|\$)|\{)|(Secret|MaskedText|map\(.*)\.open\b/
  }

  @Test(
    "each way to open a secret is noticed",
    arguments: [
      "x.open()", "x.open ()", "x.open { $0 }", "x.open{$0}", "x.open(encode: f)", "x\n  .open()",
      "x.open(\n  encode: f)", "let f = Secret.open", "all.map(Secret.open)", "x.open( { $0 } )",
    ])
  func noticed(code: String) { #expect(code.contains(HouseTests.opening)) }

  @Test("secrets are opened in these files and nowhere else")
  func opened() {
    let allowed: Set = [
      "Sources/Core/MaskedText.swift", "Sources/Core/Scrubber.swift",
      "Sources/HTTP/CurlRequest.swift", "Sources/Storage/SecretsFile.swift",
      // What is looked for in a recording, and what stands for its placeholders.
      "Sources/Recording/Redactor.swift", "Sources/Recording/PlaceholderText.swift",
      "Sources/Firmware/SketchSource.swift", "Sources/SetupFlow/Practice/PracticeSession.swift",
      // What was typed hidden, or given by a file, is read as an answer or a command.
      "Sources/Guide/Question.swift", "Sources/Guide/GuideDocument+Definitions.swift",
      "Sources/SetupFlow/TypedLines/TypedLine.swift",
      "Sources/SetupFlow/Prompter/UnattendedSetup.swift",
      // A person's own value, put on their clipboard after a yes.
      "Sources/SetupFlow/Clipboard/Clipboard.swift",
      // Not a secret: it opens the practice clouds.
      "Sources/PracticeClouds/Environment/PracticeEnvironment.swift",
      // Not code: the class of a card.
      "Sources/Reports/Formats/HTMLStyle.swift",
    ]
    #expect(Set(HouseTests.holding(HouseTests.opening)).subtracting(allowed) == [])
    let sketches = [
      "Sources/Footbridge/Commands/FirmwareCommand.swift",
      // The practice clouds' own sketch, with the practice token.
      "Sources/PracticeClouds/Environment/ReadySetup.swift",
    ]
    #expect(HouseTests.holding(/\.openedText\(\)/) == sketches)
  }

  @Test(
    "a C target is imported by one file",
    arguments: ["CCurl", "CEditLine", "CMarkdown", "CFirmware", "CDeviceOS"])
  func cTargets(name: String) throws {
    #expect(HouseTests.holding(try Regex("(?m)^ *import \(name)$")).count == 1)
  }

  /// What belongs to one guide stands in that guide, and in what the program provides for it.
  @Test(
    "the machine of the walk and the terminal know of no cloud",
    arguments: ["Walkthrough", "Terminal"])
  func cloudless(target: String) {
    let files = HouseTests.sources.filter { $0.target == target }
    #expect(!files.isEmpty)
    for file in files {
      let code = file.lines.filter { !$0.contains("//") }.joined(separator: "\n").lowercased()
      for word in ["particle", "blynk", "v16"] { #expect(!code.contains(word), "\(file.path)") }
    }
  }

  @Test("no file is over 400 lines, no line over 100 columns")
  func sizes() {
    #expect(!HouseTests.sources.isEmpty)
    for source in HouseTests.sources {
      #expect(source.lines.count <= 400, "\(source.path)")
      #expect(source.lines.allSatisfy { $0.count <= 100 }, "\(source.path)")
    }
  }

  @Test("each package item has a doc sentence")
  func documented() {
    let missing = HouseTests.sources.flatMap { source in
      let lines = source.lines
      return lines.indices.filter { HouseTests.needsSentence(lines[$0]) }
        .filter { place in
          // Attributes stand between the sentence and its item.
          let above = lines[..<place].last { !$0.trimmed.hasPrefix("@") }
          return above?.trimmed.hasPrefix("///") != true
        }
        .map { "\(source.path):\($0 + 1)" }
    }
    #expect(missing == [])
  }

  /// What a protocol of the library asks for says no more than the protocol does.
  static func needsSentence(_ line: Substring) -> Bool {
    guard line.contains("package ") else { return false }
    let item = /^ *((@\w+(\(.*\))?|[a-z]+) )*package [a-z]/
    let coding = /init\(from decoder|encode\(to encoder/
    let asked = /func (==|<|hash)|var (description|debugDescription|customMirror)\b/
    return line.contains(item) && !line.contains(coding) && !line.contains(asked)
  }

  @Test("nothing is left to do, nothing ends the program, nothing prints past the terminal")
  func words() {
    #expect(HouseTests.holding(/(?i)\b(todo|fixme|xxx)\b/) == [])
    #expect(HouseTests.holding(/try!|fatalError\(|precondition\(|as!|usleep\(|Thread\.sleep/) == [])
    #expect(HouseTests.holding(/(?m)^ *print\(/) == [])
  }

  @Test("no type bears its module's name")
  func names() throws {
    for target in Set(HouseTests.sources.map(\.target)) {
      let kind = "struct|class|enum|actor|protocol"
      let type = try Regex("(?m)^ *(package )?(final )?(\(kind)) \(target)\\b")
      #expect(HouseTests.sources.filter { $0.target == target && $0.text.contains(type) }.isEmpty)
    }
  }

  @Test("the practice clouds and the clients share no code but HTTP")
  func witnesses() {
    let practice = HouseTests.sources.filter { $0.target == "PracticeClouds" }
    #expect(
      practice.allSatisfy { !$0.text.contains(/(?m)^import (ParticleAPI|BlynkAPI|RoundTrip)$/) })
    let clients = HouseTests.sources.filter { ["ParticleAPI", "BlynkAPI"].contains($0.target) }
    #expect(
      clients.allSatisfy { !$0.text.contains(/(?m)^import (PracticeClouds|DeviceSimulator)$/) })
  }
}

extension Substring {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
