/// What a sketch asks for that a board may have and the practice device does not, found in the
/// compiler's messages.
enum UnsupportedFeature {
  private static let phrase = "the practice device does not have "

  /// The messages, with a line for each missing part that they do not name as such.
  static func told(_ messages: String) -> String {
    var told = Set<String>()
    var added = ""
    for line in messages.split(separator: "\n") where line.contains("error: ") {
      guard let part = header(line) ?? member(line), told.insert(part).inserted else { continue }
      added += "\(place(line))note: \(phrase)\(part)\n"
    }
    let end = messages.isEmpty || messages.hasSuffix("\n") ? "" : "\n"
    return added.isEmpty ? messages : messages + end + added
  }

  /// Whether some part is missing, and the first complaint is about one.
  static func areAll(_ messages: String) -> Bool {
    let lines = messages.split(separator: "\n")
    guard let first = lines.first(where: { $0.contains("error: ") }) else { return false }
    return first.contains(phrase) || header(first) != nil || member(first) != nil
  }

  /// A header: `X.h: No such file or directory`, or `'X.h' file not found`.
  private static func header(_ line: Substring) -> String? {
    guard let complaint = complaint(line) else { return nil }
    if complaint.hasSuffix(": No such file or directory") {
      return String(complaint.prefix { $0 != ":" })
    }
    return complaint.hasSuffix("file not found") ? quoted(complaint) : nil
  }

  /// A member of the stand-in's own classes: `'const class device_os::X' has no member named 'y'`.
  private static func member(_ line: Substring) -> String? {
    guard let complaint = complaint(line), complaint.contains("device_os::"),
      !complaint.contains("MissingPart"),
      let range = complaint.firstRange(of: "no member named ")
    else { return nil }
    let name = quoted(complaint[range.upperBound...])
    let owner = complaint[..<range.lowerBound].split(separator: "device_os::").last ?? ""
    let type = owner.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return name.map { "\($0) of \(objects[String(type)] ?? String(type))" }
      ?? clangMember(complaint)
  }

  /// `no member named 'y' in 'device_os::X'`.
  private static func clangMember(_ complaint: Substring) -> String? { quoted(complaint) }

  /// What sketches call the stand-in's objects.
  private static let objects = [
    "CloudClass": "Particle", "SystemClass": "System", "TimeClass": "Time",
    "NetworkClass": "the network", "TwoWire": "Wire", "SPIClass": "SPI", "SerialPort": "Serial",
    "EEPROMClass": "EEPROM", "RGBClass": "RGB", "Logger": "Log",
  ]

  private static func complaint(_ line: Substring) -> Substring? {
    line.firstRange(of: "error: ").map { line[$0.upperBound...] }
  }

  private static func place(_ line: Substring) -> Substring {
    line.firstRange(of: " fatal error: ").map { line[..<$0.lowerBound] + " " }
      ?? line.firstRange(of: "error: ").map { line[..<$0.lowerBound] } ?? ""
  }

  private static func quoted(_ text: Substring) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { "'‘’".contains($0) }
    return parts.count >= 3 ? String(parts[1]) : nil
  }
}
