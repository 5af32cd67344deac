extension SketchSource {
  /// A value's name in the template: the guide's own name of the question it answers.
  enum Placeholder: String, CaseIterable {
    case templateID = "blynk.template_id"
    case templateName = "blynk.template_name"
    case authToken = "blynk.auth_token"

    var keyPath: WritableKeyPath<FlashedValues, String> {
      switch self {
      case .templateID: \.templateID
      case .templateName: \.templateName
      case .authToken: \.authToken
      }
    }
  }

  /// A stretch of the template.
  enum Part: Equatable {
    case text(String)
    case value(Placeholder)
  }

  /// The template cut at its placeholders. The same cuts serve to fill it in and to recognise it,
  /// so that the one is the other's inverse; a Mustache library can only do the first.
  static let parts = parts(of: templateText)

  static func parts(of template: String) -> [Part] {
    var parts: [Part] = []
    var rest = template[...]
    while let open = rest.firstRange(of: "{{{"), let close = rest.firstRange(of: "}}}"),
      open.upperBound <= close.lowerBound,
      let name = Placeholder(rawValue: String(rest[open.upperBound..<close.lowerBound]))
    {
      parts += [.text(String(rest[..<open.lowerBound])), .value(name)]
      rest = rest[close.upperBound...]
    }
    return parts + [.text(String(rest))]
  }
}
