import Core
import Foundation
import Localization
import Testing

@testable import SetupFlow
@testable import Guide

/// `Guides/wording`, held against the sources.
@Suite("Wording", .serialized)
struct WordingTests {
  struct Wording: Sendable, CustomTestStringConvertible {
    let language: String
    let table: PhraseTable
    var testDescription: String { language }

    static let all: [Wording] = {
      let folder = FleetStage.checkout + "/Guides/wording"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted().compactMap { name in
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8),
          let table = try? PhraseTable(yaml: text)
        else { return nil }
        return Wording(language: String(name.prefix { $0 != "." }), table: table)
      }
    }()

    /// What is said for anything.
    var all: [String] { Array(table.phrases.values) + table.plurals.values.flatMap(\.values) }
  }

  @Test("there is German") func german() {
    #expect(Wording.all.map(\.language).contains("de"))
  }

  @Test("has every phrase of the sources, and no other", arguments: Wording.all)
  func complete(wording: Wording) {
    let phrases = wording.table.phrases
    let missing = SourcePhrases.all.filter { phrases[$0.key] == nil }
      .map { "\($0.value): \($0.key)" }.sorted()
    let wizard = Set(WizardWord.allCases.map(\.key))
    let stale = phrases.keys.filter { key in
      SourcePhrases.all[key] == nil && !SourcePhrases.literals.contains(key)
        && !wizard.contains(key)
    }
    #expect(
      missing.isEmpty,
      """
      Guides/wording/\(wording.language).yaml lacks what these sources say; add it there, or to \
      Unsaid.swift with the reason:
      \(missing.joined(separator: "\n"))
      """)
    #expect(stale.isEmpty, "no source says this any more:\n\(stale.sorted())")
    #expect(wizard.subtracting(phrases.keys).isEmpty)
  }

  @Test("has the forms of every noun that is counted, and of no other", arguments: Wording.all)
  func plurals(wording: Wording) {
    #expect(Set(wording.table.plurals.keys) == SourcePhrases.nouns)
    let needed = Set((0...200).map { PluralRule.form(for: $0, in: wording.language) })
    for (noun, forms) in wording.table.plurals {
      #expect(Set(forms.keys) == needed, "\(noun)")
      #expect(forms.values.allSatisfy { $0.contains("{n}") }, "\(noun)")
    }
  }

  @Test("gives each phrase the places that it has in English", arguments: Wording.all)
  func places(wording: Wording) {
    func places(_ text: String) -> [String] {
      text.matches(of: /\{[1-9]\}/).map { String($0.output) }.sorted()
    }
    for (english, other) in wording.table.phrases {
      #expect(places(english) == places(other), "\(english)")
      #expect(!other.isEmpty)
    }
  }

  @Test("says du, calmly") func voice() throws {
    let german = try #require(Wording.all.first { $0.language == "de" })
    let loud = /!|\b[Bb]itte\b|[Uu]ngültig|[Ee]rfolgreich|\bIhnen\b|\w Ihre[nmrs]?\b/
    for words in german.all where words.contains(loud) {
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
}
