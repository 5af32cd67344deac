import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The fields of a request for a token (particle:oauth-fields).
struct LoginForm {
  private let fields: [(name: String, value: String?)]
  /// From Basic, else from the form; empty texts when neither has it.
  let client: (id: String, secret: String)

  init(_ request: PracticeRequest) {
    fields = request.form
    let form = fields
    func value(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    client =
      BasicPair(request).map { ($0.name, $0.password) }
      ?? (value("client_id"), value("client_secret"))
  }

  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// When the token that is asked for ends; nil is never.
  ///
  /// - Parameter seconds: how long it lives when nothing is asked for.
  func end(from now: Date, seconds: Int) -> Date? {
    if let text = self["expires_at"], let moment = LoginForm.moment(text) { return moment }
    let asked = self["expires_in"].flatMap { Double($0) }.map { min(max($0, 0), 1e10) }
    let seconds = asked ?? Double(seconds)
    return seconds == 0 ? nil : now.addingTimeInterval(seconds)
  }

  /// With or without milliseconds, or a bare date, which was accepted too.
  private static func moment(_ text: String) -> Date? {
    let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    return (try? fractional.parse(text)) ?? (try? Date.ISO8601FormatStyle().parse(text))
      ?? (try? Date.ISO8601FormatStyle().year().month().day().parse(text))
  }
}
