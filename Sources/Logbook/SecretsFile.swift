import Foundation
import Ground

/// Where secrets are kept: one JSON file, 0600, written whole and swapped in, never in the
/// database.
package struct SecretsFile: Sendable {
  package let path: String
  private let lockPath: String

  package init(home: Home) {
    path = home.file(SecretsFile.fileName)
    lockPath = home.file("secrets.lock")
  }

  package static let fileName = "secrets.json"

  private struct Content: Codable {
    var v = 1
    var setups: [String: [String: String]] = [:]
  }

  /// All secrets of a setup, by the name they were kept under.
  package func secrets(of setup: String) throws(LogbookError) -> [String: Secret] {
    let kept = try read().setups[setup] ?? [:]
    return Dictionary(
      uniqueKeysWithValues: kept.map { ($0.key, Secret($0.value, name: SecretsFile.plain($0.key))) }
    )
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
    let lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw LogbookError(file: lockPath, errno) }
    defer { close(lock) }
    guard flock(lock, LOCK_EX) == 0 else { throw LogbookError(file: lockPath, errno) }
    var content = try read()
    edit(&content)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(content) else {
      throw .damaged(file: path, reason: "its content cannot be written as JSON")
    }
    try WholeFile.write(Array(bytes), to: path)
  }

  private func read() throws(LogbookError) -> Content {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard !FileManager.default.fileExists(atPath: path) else {
        throw .notWritable(file: path, reason: String(cString: strerror(errno)))
      }
      return Content()
    }
    do { return try JSONDecoder().decode(Content.self, from: data) } catch {
      throw .damaged(file: path, reason: "it is not the JSON that Footbridge writes")
    }
  }
}
