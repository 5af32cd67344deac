import Mustache

/// Fills `{{names}}` in a text. A name is looked up whole: `{{particle.device_id}}`.
///
/// Triple braces stand as they are: `{{{t}}}` is the spelling of Particle's own templates, which a
/// guide has to show.
enum TextTemplate {
  /// The text with each name's value, or `‹name›` for one that has none yet.
  static func fill(_ text: String, values: [String: String]) throws(GuideError) -> String {
    guard text.contains("{{") else { return text }
    do {
      let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + sheltered(text))
      return template.render(Name(path: "", values: values))
    } catch { throw .unfinishedName(text) }
  }

  /// The names in a text, in order; not those in triple braces.
  static func names(in text: String) -> [String] {
    tags(in: text).filter { !$0.isTriple }.map(\.name)
  }

  /// A place in a dotted name. It is both a parent, of every name below it, and a text.
  private struct Name: MustacheParent, MustacheCustomRenderable {
    let path: String
    let values: [String: String]

    func child(named name: String) -> Any? {
      Name(path: path.isEmpty ? name : "\(path).\(name)", values: values)
    }

    var renderText: String { values[path] ?? "‹\(path)›" }
    var isNull: Bool { values[path] == nil }
  }

  private struct Tag {
    let name: String
    let isTriple: Bool
    let range: Range<String.Index>
  }

  private static func tags(in text: String) -> [Tag] {
    var found: [Tag] = []
    var place = text.startIndex
    while let open = text[place...].firstRange(of: "{{") {
      let isTriple = text[open.upperBound...].first == "{"
      let start = isTriple ? text.index(after: open.upperBound) : open.upperBound
      guard let close = text[start...].firstRange(of: isTriple ? "}}}" : "}}") else { break }
      let name = String(text[start..<close.lowerBound]).trimmed(\.isWhitespace)
      found.append(
        Tag(name: name, isTriple: isTriple, range: open.lowerBound..<close.upperBound))
      place = close.upperBound
    }
    return found
  }

  /// The text with its triple braces put where Mustache does not look: between other delimiters.
  private static func sheltered(_ text: String) -> String {
    var out = ""
    var place = text.startIndex
    for tag in tags(in: text) where tag.isTriple {
      out += text[place..<tag.range.lowerBound]
      out += "{{=<% %>=}}" + text[tag.range] + "<%={{ }}=%>"
      place = tag.range.upperBound
    }
    return out + text[place...]
  }
}
