import Core
import Firmware
import Foundation
import ParticleAPI

/// The sketch with a setup's values.
package enum FirmwareSource {
  static let fileName = "footbridge.ino"

  /// The sketch of this setup.
  package static func of(_ clouds: Clouds) throws -> SketchSource {
    let bindings = clouds.bindings
    return try SketchSource(
      templateID: clouds.needed(bindings.plain("blynk.template_id"), "blynk.template_id"),
      templateName: clouds.needed(bindings.plain("blynk.template_name"), "blynk.template_name"),
      authToken: clouds.authToken())
  }

  /// A sketch of the person's own. It may hold a token, so all of it is a secret.
  package static func read(_ path: String) throws -> SourceFile {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else {
      throw Problem(
        code: "file-not-readable", title: "I cannot read that sketch",
        attempt: "I wanted to have it compiled:", evidence: [Phrase(verbatim: path)],
        next: "Name a text file in UTF-8 that is yours to read.", outcome: .couldNotAsk)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? fileName
    return SourceFile(name: name, content: MaskedText(text))
  }
}

extension SketchSource {
  /// As it is sent to Particle.
  package var file: SourceFile { SourceFile(name: FirmwareSource.fileName, content: source) }
}
