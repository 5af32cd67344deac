import Core
import Guide
import Testing

@testable import SetupFlow

@Suite("What a page has to paste")
struct PasteValueTests {
  private let token = Secret("canary-0123456789", name: "particle.access_token")

  private func values(_ page: String, _ filled: [String: String] = [:]) throws -> [PasteValue] {
    PasteValue.all(in: try GuideDocument.fill(page, values: filled), secrets: [token])
  }

  @Test("the fields of a form, in order, each with the value that is typed there")
  func fields() throws {
    let found = try values(
      """
      | field | value |
      | --- | --- |
      | NAME | `{{name}}` |
      | HARDWARE | `Particle` (`Other` when it is not in the list) |
      | colour | orange |
      | Headers, value | `Bearer {{particle.access_token}}` |
      | URL | `{{not.known}}` |
      """, ["name": "Boron", "particle.access_token": "\(token)"])
    #expect(found.map(\.name) == ["NAME", "HARDWARE", "Headers, value"])
    #expect(found.map { $0.text.open() } == ["Boron", "Particle", "Bearer canary-0123456789"])
    #expect(found[2].preview == "Bearer ‹particle.access_token›")
    #expect(found[2].words == "Headers, value (‹particle.access_token›)")
    #expect(found[2].isMeant(by: "Token") && !found[0].isMeant(by: "token"))
  }

  @Test("a block that is pasted as it stands; not one that a console shows, nor other tables")
  func blocks() throws {
    let found = try values(
      """
      ```json
      {"query": {
        "token": "{{{t}}}" } }
      ```

      ```cpp
      #define BLYNK_TEMPLATE_ID "TMPL"
      ```

      | # | widget | TITLE |
      | --- | --- | --- |
      | 1 | `Label` | `Integer V14` |

      | way | what |
      | --- | --- |
      | `manual` | by hand |
      """)
    #expect(found.map(\.name) == ["json"])
    #expect(found[0].text.open() == "{\"query\": {\n  \"token\": \"{{{t}}}\" } }")
    #expect(found[0].preview == "{\"query\": { \"token\": \"{{{t}}}\" } }")
  }
}
