import Foundation
import Testing

/// The house rules as checks over the sources: what we like may not get lost unseen.
@Suite struct HouseTests {
  struct Source: Sendable {
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var room: String { String(path.split(separator: "/")[1]) }
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
    /\.\s*open\s*(\(\s*(\)|encode\s*:|\{|\$)|\{)|(Secret|Veiled|map\(.*)\.open\b/
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
      "Sources/Ground/Veiled.swift", "Sources/Ground/Scrubber.swift",
      "Sources/Wire/CurlRequest.swift", "Sources/Logbook/SecretsFile.swift",
      // What is looked for in a recording, and what stands for its placeholders.
      "Sources/Wire/Recording/Redactor.swift", "Sources/Wire/Recording/PlaceholderText.swift",
      "Sources/Sketch/Firmware.swift", "Sources/Footbridge/Practice/PracticeStage.swift",
      // What was typed hidden, or given by a file, is read as an answer or a command.
      "Sources/Guidebook/Question.swift", "Sources/Guidebook/Guide+Definitions.swift",
      "Sources/Footbridge/Person/TypedLine.swift",
      "Sources/Footbridge/Setup/UnattendedSetup.swift",
      // A person's own value, put on their clipboard after a yes.
      "Sources/Footbridge/Clipboard/Clipboard.swift",
      // Not a secret: it opens the practice clouds.
      "Sources/Practice/PracticeClouds.swift",
      // Not code: the class of a card.
      "Sources/RoundTrip/Formats/HTMLStyle.swift",
    ]
    #expect(Set(HouseTests.holding(HouseTests.opening)).subtracting(allowed) == [])
    let sketches = [
      "Sources/Footbridge/Commands/FirmwareCommand.swift",
      // The practice clouds' own sketch, with the practice token.
      "Sources/Practice/ReadyWorld.swift",
    ]
    #expect(HouseTests.holding(/\.openedText\(\)/) == sketches)
  }

  @Test(
    "a cellar is entered by one file", arguments: ["CCurl", "CEditLine", "CMarkdown", "CSketch"])
  func cellars(cellar: String) throws {
    #expect(HouseTests.holding(try Regex("(?m)^ *import \(cellar)$")).count == 1)
  }

  /// What belongs to one guide stands in that guide, and in what the door provides for it.
  @Test(
    "the machine of the walk and the console know of no cloud", arguments: ["Journey", "Console"])
  func cloudless(room: String) {
    let files = HouseTests.sources.filter { $0.room == room }
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

  @Test("nothing is left to do, nothing ends the program, nothing prints past the Console")
  func words() {
    #expect(HouseTests.holding(/(?i)\b(todo|fixme|xxx)\b/) == [])
    #expect(HouseTests.holding(/try!|fatalError\(|precondition\(|as!|usleep\(|Thread\.sleep/) == [])
    #expect(HouseTests.holding(/(?m)^ *print\(/) == [])
  }

  @Test("no type bears its module's name")
  func names() throws {
    for room in Set(HouseTests.sources.map(\.room)) {
      let kind = "struct|class|enum|actor|protocol"
      let type = try Regex("(?m)^ *(package )?(final )?(\(kind)) \(room)\\b")
      #expect(HouseTests.sources.filter { $0.room == room && $0.text.contains(type) }.isEmpty)
    }
  }

  @Test("the practice clouds and the clients share no code but Wire")
  func witnesses() {
    let practice = HouseTests.sources.filter { $0.room == "Practice" }
    #expect(practice.allSatisfy { !$0.text.contains(/(?m)^import (Particle|Blynk|RoundTrip)$/) })
    let clients = HouseTests.sources.filter { ["Particle", "Blynk"].contains($0.room) }
    #expect(clients.allSatisfy { !$0.text.contains(/(?m)^import (Practice|Sketch)$/) })
  }
}

extension Substring {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
