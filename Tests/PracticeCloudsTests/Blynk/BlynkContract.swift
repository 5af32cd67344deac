import Core
import Foundation
import HTTP
import Testing

@testable import PracticeClouds

/// A documented exchange with Blynk: what is asked, what comes back, and where that stands.
struct BlynkContract: Sendable, CustomTestStringConvertible {
  enum Sent: Sendable {
    case nothing
    case json(String)
    case text(String)
    /// A file in a multipart form.
    case file(String)
  }

  /// The row of docs/clouds/blynk.md, and what of it in brackets.
  var source: String
  var method = Request.Method.get
  /// `TOKEN` stands for the device's, `HERE` for where the cloud listens.
  var target: String
  /// What is written before, over the same API.
  var given: [String] = []
  var sent = Sent.nothing
  /// Of the Platform API: `GRANT` and `CLIENT` stand for the bench's own.
  var authorization: String?
  var settings: @Sendable (inout BlynkPracticeSettings) -> Void = { _ in }
  var faults: [Fault] = []
  var status: Int
  /// A header that matters, and its value.
  var header: (name: String, value: String)?
  /// Nil compares no body; `*` stands for any text.
  var body: String?
  /// What is asked afterwards, and what comes back.
  var then: (target: String, body: String)?

  var testDescription: String { "\(source) \(method.rawValue) \(target) \(status)" }

  static func error(_ text: String) -> String { #"{"error":{"message":"\#(text)"}}"# }

  static let rows: [BlynkContract] =
    general + reading + writing + batches + imports + properties + events + exports + metadata
    + others + grants + platform

  /// The device API with the right token.
  static func ask(_ call: String, _ query: String = "") -> String {
    "/external/api/\(call)?token=TOKEN" + (query.isEmpty ? "" : "&\(query)")
  }
}

/// The account that the rows are about: the guide's streams, and one of each other kind.
extension BlynkAccount {
  mutating func furnish(at now: Date) {
    template?.datastreams += [
      Datastream(id: 6, name: "Place", alias: "Place", pin: 1, type: .location),
      Datastream(
        id: 7, name: "Mode", alias: "Mode", pin: 2, type: .enumerable,
        options: [.init(value: 0, label: "off"), .init(value: 1, label: "slow")], fallback: 0),
      Datastream(id: 8, name: "Double V3", alias: "Double V3", pin: 3, type: .double),
    ]
    template?.metaFields = [
      BlynkMetaField(id: 1, name: "Particle id", kind: .text, value: "none yet"),
      BlynkMetaField(id: 2, name: "Floor", kind: .number, value: "1"),
    ]
    template?.events = [BlynkEventType(code: "too_hot", name: "Too hot")]
    clients = [BlynkOAuthClient(id: "oa2-client-id_test", secret: "secret")]
    grants = [
      BlynkGrant(token: "grant", refreshToken: "refresh", expires: now.addingTimeInterval(60))
    ]
  }
}
