import Core

/// Makes what travelled fit to be kept. Three guards, each for what the others cannot know:
///
/// 1. A secret that has a type is its placeholder from the start (`RecordedRequest`).
/// 2. What has the shape of a secret, or stands under the name of one, is learned as one: a token
///    that a login makes is first seen in its reply.
/// 3. Every value known by now is replaced wherever it stands and however it is spelt.
///
/// The same value has the same placeholder throughout: `‹blynk.auth_token›`, a second one of that
/// name `‹blynk.auth_token~2›`.
package struct Redactor: Sendable {
  private var search = SecretSearch()
  private var placeholders: [String: String] = [:]
  private var counts: [String: Int] = [:]
  /// Short texts that hold nothing new.
  private var studied: Set<[UInt8]> = []
  private static let memoryBytes = 256
  private static let memoryLimit = 64

  /// A longer value is a document that happens to be kept as a secret.
  static let valueLimit = 4096

  /// Knows no secret yet; it learns them from what it sees.
  package init() {}

  /// The values known so far, with their placeholders.
  var values: [String: String] { placeholders }

  /// Looks for these from now on.
  ///
  /// They may be another setup's: the first numbers are for those that this run sends, so that a
  /// replay knows which is the person's own.
  package mutating func know(_ secrets: some Sequence<Secret>) {
    for secret in secrets { learn(secret.open(), as: Redactor.spare + secret.name) }
  }

  private static let spare = "other."

  /// What stands for it; known from now on.
  package mutating func placeholder(for secret: Secret) -> String {
    let value = secret.open()
    if let known = placeholders[value], known.hasPrefix("‹\(Redactor.spare)") {
      placeholders[value] = nil
      let placeholder = number(value, secret.name)
      search.rename(known, to: placeholder)
      return placeholder
    }
    return learn(value, as: secret.name)
  }

  /// Takes the secrets out of bytes, after learning those that are new.
  package mutating func clean(_ bytes: [UInt8]) -> [UInt8] {
    study(bytes)
    return cleaned(bytes)
  }

  /// Without what is known by now.
  func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    bytes.isEmpty ? bytes : PrivateLeaves.veiled(search.replacing(in: bytes))
  }

  /// The same for text.
  func cleaned(_ text: String) -> String {
    String(decoding: cleaned(Array(text.utf8)), as: UTF8.self)
  }

  /// Learns what is private in there.
  mutating func study(_ bytes: [UInt8], key: String? = nil) {
    if bytes.isEmpty { return }
    // The same header travels with every request.
    let mark = [UInt8]((key ?? "").utf8) + [0] + bytes
    if bytes.count <= Redactor.memoryBytes {
      if studied.count >= Redactor.memoryLimit { studied.removeAll(keepingCapacity: true) }
      guard studied.insert(mark).inserted else { return }
    }
    if let kind = key.flatMap(PrivateKeys.kind) {
      let value = String(decoding: bytes, as: UTF8.self)
      if PrivateKeys.isWorthHiding(value, kind: kind) { learnIfLong(value, as: kind) }
    }
    for reading in Spelling.readings(of: bytes) {
      for find in PrivateShapes.find(in: reading) { _ = learn(find.value, as: find.name) }
      for find in PrivateFields.find(in: reading) { learnIfLong(find.value, as: find.kind) }
      // What a screen does not show is not written down either.
      for find in TokenShapes.values(in: reading) { learnIfLong(find.value, as: find.kind) }
    }
  }

  /// With the placeholders alone, of what is known already.
  func replacing(in bytes: [UInt8]) -> [UInt8] { search.replacing(in: bytes) }

  private mutating func learnIfLong(_ value: String, as name: String) {
    // A short one is a word that stands elsewhere too; it is veiled where it is.
    if value.count >= SecretSearch.freeLength { _ = learn(value, as: name) }
  }

  @discardableResult
  private mutating func learn(_ value: String, as name: String) -> String {
    // What a replay gave back is a placeholder already.
    if value.hasPrefix("‹"), value.hasSuffix("›") { return value }
    if let known = placeholders[value] { return known }
    let placeholder = number(value, name)
    if value.utf8.count <= Redactor.valueLimit { search.add(value, name: placeholder) }
    return placeholder
  }

  private mutating func number(_ value: String, _ name: String) -> String {
    let count = counts[name, default: 0] + 1
    counts[name] = count
    let placeholder = count == 1 ? "‹\(name)›" : "‹\(name)~\(count)›"
    placeholders[value] = placeholder
    return placeholder
  }
}
