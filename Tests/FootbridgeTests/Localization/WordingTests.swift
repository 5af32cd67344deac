import Core
import Foundation
import Testing
import Yams

@testable import Guide

/// `Guides/wording`, held against the sources.
@Suite("Wording", .serialized)
struct WordingTests {
  struct Wording: Decodable, Sendable, CustomTestStringConvertible {
    let phrases: [String: String]
    let words: [String: String]
    /// What the argument parser says; its sources are not ours.
    let parser: [String: String]
    var language = ""
    var testDescription: String { language }

    enum CodingKeys: String, CodingKey { case phrases, words, parser }

    static let all: [Wording] = {
      let folder = FleetStage.checkout + "/Guides/wording"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted().compactMap { name in
        let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        guard let text, var read = try? YAMLDecoder().decode(Wording.self, from: text) else {
          return nil
        }
        read.language = String(name.prefix { $0 != "." })
        return read
      }
    }()

    var all: [String: String] {
      phrases.merging(words) { phrase, _ in phrase }.merging(parser) { phrase, _ in phrase }
    }

    var catalog: PhraseCatalog { PhraseCatalog(language: language, phrases: all) }
  }

  @Test("there is German") func german() {
    #expect(Wording.all.map(\.language).contains("de"))
  }

  @Test("has every phrase of the sources, and no other", arguments: Wording.all)
  func complete(wording: Wording) {
    let missing = SourcePhrases.all.filter { wording.phrases[$0.key] == nil }
      .map { "\($0.value): \($0.key)" }.sorted()
    let stale = wording.phrases.keys.filter { SourcePhrases.all[$0] == nil }.sorted()
    #expect(
      missing.isEmpty,
      """
      Guides/wording/\(wording.language).yaml lacks what these sources say; add it there, or to \
      Unsaid.swift with the reason:
      \(missing.joined(separator: "\n"))
      """)
    #expect(stale.isEmpty, "no source says this any more:\n\(stale.joined(separator: "\n"))")
    let words = wording.words.keys.filter { !SourcePhrases.literals.contains($0) }
    #expect(words.isEmpty, "no source has these words any more: \(words.sorted())")
  }

  @Test("gives each phrase the places that it has in English", arguments: Wording.all)
  func places(wording: Wording) {
    for (english, other) in wording.all {
      #expect(
        PhrasePattern(english).places.sorted() == PhrasePattern(other).places.sorted(), "\(english)"
      )
      #expect(!other.isEmpty)
    }
  }

  /// What one phrase is told as depends on all the others: none may take its place.
  @Test("finds each phrase again in the finished text", arguments: Wording.all)
  func found(wording: Wording) {
    let catalog = wording.catalog
    for (english, other) in wording.all {
      let told = catalog.told(WordingTests.filled(english))
      #expect(told == WordingTests.filled(other), "\(english)")
    }
  }

  @Test("says du, calmly") func voice() throws {
    let german = try #require(Wording.all.first { $0.language == "de" })
    let loud = /!|\b[Bb]itte\b|[Uu]ngültig|[Ee]rfolgreich|\bIhnen\b|\w Ihre[nmrs]?\b/
    for words in german.all.values where words.contains(loud) {
      Issue.record("\(words)")
    }
  }

  @Test("German help has the entries of the English one", arguments: HelpPage.names)
  func help(name: String) throws {
    let guide = FleetStage.checkout + "/Guides/particle-blynk"
    let english = try HelpPage.load(name, beside: guide)
    let german = try HelpPage.load(name, beside: guide, language: "de")
    #expect(german.title != english.title || name == "exit-codes")
    #expect(german.entries.map(\.name) == english.entries.map(\.name))
    #expect(try HelpPage.load(name, beside: guide, language: "xx") == english)
  }

  private static func filled(_ phrase: String) -> String {
    phrase.replacing("{n}", with: "7").replacing(/\{([1-9])\}/) { "x\($0.1)" }
  }
}
