import Core
import Foundation

/// Where secrets are kept: one JSON file, 0600, written whole and swapped in, never in the
/// database.
package struct SecretsFile: Sendable {
  /// The path of the file; it is there once a first secret is kept.
  package let path: String
  private let lockPath: String

  /// The secrets of a state directory; nothing is read before they are asked for.
  package init(home: StateDirectory) {
    path = home.file(SecretsFile.fileName)
    // No setup can have this name, so no setup's lock can.
    lockPath = home.file(".secrets.lock")
  }

  /// What the file is called in the state directory.
  package static let fileName = "secrets.json"

  private struct Content: Codable {
    static let version = 1

    var v = version
    var setups: [String: [String: String]] = [:]
  }

  /// All secrets of a setup, by the name they were kept under.
  package func secrets(of setup: String) throws(LogbookError) -> [String: Secret] {
    let kept = try settled().setups[setup] ?? [:]
    return Dictionary(
      uniqueKeysWithValues: kept.map { ($0.key, Secret($0.value, name: SecretsFile.plain($0.key))) }
    )
  }

  /// Those of all setups, as far as they can be read: for who must not let any of them out.
  package var all: [Secret] {
    let setups = (try? read().setups) ?? [:]
    return setups.sorted { $0.key < $1.key }.flatMap { setup in
      setup.value.sorted { $0.key < $1.key }
        .map { Secret($0.value, name: SecretsFile.plain($0.key)) }
    }
  }

  /// Keeps a secret. When this returns, it is on the disk.
  ///
  /// - Parameter version: one of several under the same name; 1 is the first, or the only one.
  package func keep(
    _ secret: Secret, version: Int = 1, for setup: String
  ) throws(LogbookError) {
    let key = SecretsFile.key(secret.name, version: version)
    try change { $0.setups[setup, default: [:]][key] = secret.open() }
  }

  /// The name a version is kept under: `blynk.auth_token`, `blynk.auth_token#2`.
  package static func key(_ name: String, version: Int) -> String {
    version == 1 ? name : "\(name)#\(version)"
  }

  private static func plain(_ key: String) -> String { String(key.prefix { $0 != "#" }) }

  /// Forgets one secret of a setup, or all of them.
  package func forget(_ name: String? = nil, of setup: String) throws(LogbookError) {
    try change { content in
      if let name { content.setups[setup]?[name] = nil } else { content.setups[setup] = nil }
    }
  }

  private func change(_ edit: (inout Content) -> Void) throws(LogbookError) {
    let turn = try FileLock(lockPath)
    defer { withExtendedLifetime(turn) {} }
    var content: Content
    do { content = try read() } catch { throw error.puttingAside(path) }
    edit(&content)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(content) else {
      throw .damaged(file: path, reason: "its content cannot be written as JSON", aside: nil)
    }
    try AtomicFile.write(Array(bytes), to: path)
  }

  /// What is kept, with what a write that was cut off left behind cleared away: it may hold tokens.
  private func settled() throws(LogbookError) -> Content {
    let leftover = AtomicFile.beside(path)
    if access(leftover, F_OK) != 0, let content = try? read() { return content }
    let turn = try FileLock(lockPath)
    defer { withExtendedLifetime(turn) {} }
    unlink(leftover)
    do { return try read() } catch { throw error.puttingAside(path) }
  }

  private func read() throws(LogbookError) -> Content {
    guard try StateFile(path).isThere() else { return Content() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .notWritable(file: path, reason: "it cannot be read")
    }
    struct Version: Decodable { let v: Int }
    if let found = try? JSONDecoder().decode(Version.self, from: data).v, found > Content.version {
      throw .tooNew(file: path, what: "secrets file version \(found)")
    }
    do { return try JSONDecoder().decode(Content.self, from: data) } catch {
      let reason: Phrase =
        data.isEmpty ? "it is empty" : "it is not the JSON that Footbridge writes"
      throw .damaged(file: path, reason: reason, aside: nil)
    }
  }
}
