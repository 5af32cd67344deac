import Core
import HTTP

/// Where two requests differ, field by field.
package struct RequestDifference: Sendable, Equatable {
  /// A field, such as `query V16`, with what was asked and what the recording has.
  package struct Field: Sendable, Equatable {
    /// `method`, `host`, `path`, or the kind of field and its name.
    package let name: String
    /// Nil when the field was not asked; several values are joined by commas.
    package let asked: Phrase?
    /// Nil when the recording has no such field.
    package let recorded: Phrase?
  }

  /// Only those that differ; empty for requests that are the same.
  package let fields: [Field]

  /// Compares what a replay would compare: headers of no matter are left out.
  package init(asked: RecordedRequest, recorded: RecordedRequest) {
    let (left, right) = (Self.fields(asked), Self.fields(recorded))
    var names: [String] = []
    for (name, _) in left + right where !names.contains(name) { names.append(name) }
    func values(_ fields: [(String, Phrase)], _ name: String) -> Phrase? {
      let found = fields.filter { $0.0 == name }.map(\.1)
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    fields = names.compactMap { name in
      let (asked, recorded) = (values(left, name), values(right, name))
      return asked == recorded ? nil : Field(name: name, asked: asked, recorded: recorded)
    }
  }

  /// How far apart they are: what is asked weighs more than with what.
  package var distance: Int {
    fields.reduce(0) { sum, field in
      switch field.name {
      case "path": sum + 8
      case "method": sum + 4
      default: sum + (field.name == "body" || field.name == "host" ? 2 : 1)
      }
    }
  }

  private static func fields(_ request: RecordedRequest) -> [(String, Phrase)] {
    let url = RequestKey.unnumbered(request.url)
    let host = url.addressHost
    let rest = url.firstRange(of: host).map { url[$0.upperBound...] } ?? url[...]
    var fields = [
      ("method", request.method), ("host", host), ("path", String(rest.prefix { $0 != "?" })),
    ].map { ($0, Phrase(verbatim: $1)) }
    fields += request.queryPairs.map {
      ("query \($0.name)", Phrase(verbatim: RequestKey.unnumbered($0.value)))
    }
    fields += request.headers.filter { !RequestKey.isOfNoMatter($0.name) }
      .map { ("header \($0.name.lowercased())", Phrase(verbatim: RequestKey.unnumbered($0.value))) }
    if let body = request.body {
      fields += body.fields.map { ($0.0, $0.1.redacted(by: RequestKey.unnumbered)) }
    }
    return fields
  }
}

extension RecordedBody {
  /// A form's pairs, a JSON object's members, or the text.
  fileprivate var fields: [(String, Phrase)] {
    if type.hasPrefix("application/x-www-form-urlencoded"), let text {
      let form = RecordedRequest(method: "", url: "?" + text)
      return form.queryPairs.map { ("form \($0.name)", Phrase(verbatim: $0.value)) }
    }
    if let json = try? JSONReader.read(bytes), !json.members.isEmpty {
      return json.members.map {
        ("body \($0.name)", Phrase(verbatim: $0.value.text ?? $0.value.line))
      }
    }
    return [("body", text.map { Phrase(verbatim: $0) } ?? "\(bytes.count) bytes")]
  }
}
