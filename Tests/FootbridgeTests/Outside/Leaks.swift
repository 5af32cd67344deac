import Foundation
import Testing

/// Looks for secrets where none may stand: in clear, percent-encoded, in base64, escaped for JSON.
struct Leaks {
  /// What must not be found, as bytes, and what it is.
  private let forms: [(bytes: Data, name: String)]

  /// - Parameter secrets: values by the names to report them with.
  init(of secrets: [(name: String, value: String)]) {
    forms = secrets.flatMap { secret in
      Leaks.forms(of: secret.value).map { (bytes: Data($0.utf8), name: secret.name) }
    }
  }

  /// The names of the secrets that stand in there.
  func found(in data: Data) -> Set<String> {
    Set(forms.filter { data.range(of: $0.bytes) != nil }.map(\.name))
  }

  /// Expects none of them in a home, but in its secrets files; those, and all else, are for their
  /// owner alone.
  func expectNone(inHome home: String) throws {
    guard FileManager.default.fileExists(atPath: home) else { return }
    for entry in try Scratch.entries(of: home) {
      #expect(entry.mode == (entry.isFolder ? 0o700 : 0o600), "mode of \(entry.path)")
      let isSecrets = entry.path.hasSuffix("secrets.json")
      guard !entry.isFolder, !isSecrets else { continue }
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(home)/\(entry.path)"))
      #expect(found(in: data).isEmpty, "a secret stands in \(entry.path)")
    }
  }

  static func forms(of secret: String) -> Set<String> {
    var forms: Set = [secret]
    forms.insert(secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret)
    if let json = try? JSONEncoder().encode(secret) {
      forms.insert(String(String(decoding: json, as: UTF8.self).dropFirst().dropLast()))
    }
    return forms.union(base64(secret))
  }

  /// In the middle of other bytes, base64 looks one of three ways.
  private static func base64(_ secret: String) -> [String] {
    (0..<3).map { before in
      let bytes = Data(repeating: 0, count: before) + Data(secret.utf8)
      let text = bytes.prefix(bytes.count / 3 * 3).base64EncodedString()
      return String(text.dropFirst(before == 0 ? 0 : 4))
    }
  }
}
