import Core

extension Request {
  /// The request as a command for the `curl` tool: one line, for a POSIX-like shell, with each
  /// secret as a variable (`particle.access_token` is `$PARTICLE_ACCESS_TOKEN`).
  ///
  /// The shell puts a secret into the URL as it is, which fits tokens; they need no encoding.
  package func asCurl() -> String {
    let address = addressWithQuery
    var words = ["curl"]
    if method != .get { words += ["-X", method.rawValue] }
    if address.shown().contains(where: "[]{}".contains) { words.append("--globoff") }
    words.append(Shell.word(address))
    if let login {
      words += ["-u", Shell.word(MaskedText(login.user + ":") + MaskedText(login.password))]
    }
    for header in headers { words += ["-H", Shell.word(header.line)] }
    words += body.map(bodyWords) ?? (method.wantsBody ? ["-d", "''"] : [])
    return words.joined(separator: " ")
  }

  private var addressWithQuery: MaskedText {
    var address = url
    for (index, item) in query.enumerated() {
      let separator = index == 0 && !url.shown().contains("?") ? "?" : "&"
      address = address + MaskedText(separator) + item.encoded
    }
    return address
  }

  private func bodyWords(_ body: Body) -> [String] {
    switch body {
    case .form(let items): items.flatMap(formWords)
    case .text(let type, let text): typeWords(type) + ["--data-raw", Shell.word(text)]
    case .multipart(let parts): parts.flatMap(partWords)
    }
  }

  private func typeWords(_ type: String?) -> [String] {
    if headers.contains(where: { $0.name.lowercased() == "content-type" }) { return [] }
    return ["-H", Shell.word(MaskedText(type.map { "Content-Type: \($0)" } ?? "Content-Type:"))]
  }

  private func formWords(_ item: QueryItem) -> [String] {
    let name = item.name.percentEncoded()
    guard let value = item.value else { return ["--data-raw", Shell.word(MaskedText(name))] }
    return ["--data-urlencode", Shell.word(MaskedText(name + "=") + value)]
  }

  /// A file's text comes from the shell's process substitution, as `-F` takes files only by name.
  private func partWords(_ part: Body.Part) -> [String] {
    guard let file = part.fileName else {
      return ["--form-string", Shell.word(MaskedText(part.name + "=") + part.content)]
    }
    let name = Shell.quoted(part.name + "=@")
    let rest = Shell.quoted(";filename=\"\(file)\"")
    // Bytes do not fit on a command line; whoever runs this has the file.
    if part.bytes != nil { return ["-F", Shell.quoted("\(part.name)=@\(file)")] }
    return ["-F", "\(name)<(printf %s \(Shell.word(part.content)))\(rest)"]
  }
}

extension HeaderField {
  fileprivate var line: MaskedText {
    value.shown().isEmpty ? MaskedText(name + ";") : MaskedText(name + ": ") + value
  }
}

extension QueryItem {
  /// Percent-encoded but for the secrets, which stay veiled.
  fileprivate var encoded: MaskedText {
    let name = MaskedText(name.percentEncoded())
    guard let value else { return name }
    let pieces = value.pieces.map { piece -> MaskedText.Piece in
      if case .plain(let text) = piece { return .plain(text.percentEncoded()) }
      return piece
    }
    return name + MaskedText("=") + MaskedText(pieces: pieces)
  }
}
