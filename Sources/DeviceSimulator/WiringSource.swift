/// What Particle's own preprocessing makes of an `.ino`: `Particle.h` is included, and functions
/// that are used before they are written are declared. Each line keeps its number.
struct WiringSource {
  private let path: String
  private let text: String
  private let scan: WiringScan

  init(_ file: SketchFile) {
    path = file.path
    // A mark of the byte order would stand in the middle of the text that is made.
    text = file.text.hasPrefix("\u{FEFF}") ? String(file.text.dropFirst()) : file.text
    scan = WiringScan(Array(text.utf8))
  }

  /// The text for the compiler.
  var cppText: String {
    if scan.isLeftAlone { return "#line 1 \"\(path)\"\n" + text }
    let bytes = Array(text.utf8)
    let place = scan.placeOfDeclarations
    let before = String(decoding: bytes[..<place], as: UTF8.self)
    let after = String(decoding: bytes[place...], as: UTF8.self)
    let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
    let include = scan.includesParticle ? "" : "#include \"Particle.h\"\n"
    let declarations = scan.missingDeclarations.map { $0 + ";\n" }.joined()
    return """
      \(include)#line 1 "\(path)"
      \(before)
      \(declarations)#line \(line) "\(path)"
      \(after)
      """
  }
}
