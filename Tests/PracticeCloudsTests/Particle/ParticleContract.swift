import HTTP
import Testing

@testable import PracticeClouds

/// A documented exchange: what is asked, what comes back, and where that stands.
///
/// Rows are text, parted by empty lines. A row has the id of its fact in docs/clouds/particle.md,
/// what it is about, what is given before, the request, the status with the headers that matter,
/// the body:
///
/// ```
/// particle:device-ping ping: offline is no failure
/// given offline
/// PUT /v1/devices/DEVICE/ping
/// 200
/// {"online":false,"ok":true}
/// ```
///
/// A line that begins with two spaces goes on with the one before. Words in capitals stand for what
/// the bench or an earlier reply holds. In a body `"*"` stands for any text, `"…":0` for any other
/// members; `-` is a body of no bytes, and nothing is a body that no source tells.
struct ParticleContract: Sendable, CustomTestStringConvertible {
  enum Token: String, Sendable { case right, wrong, none }

  struct Asking: Sendable {
    var method: Request.Method
    var target: String
    var token = Token.right
    /// `name:password`, in the place of a token.
    var owner: String?
    /// `form`, `json`, `files` or nothing, and what is sent.
    var kind = ""
    var content = ""
  }

  var title: String
  var settings: [(name: String, value: String)] = []
  var faults: [String] = []
  var isOnline = true
  var before: [Asking] = []
  var asking: Asking
  var status: Int
  var headers: [(name: String, value: String)]
  var body: String?

  var testDescription: String { title }

  static let rows: [ParticleContract] =
    [general, tokens, devices, calls, products, events, integrations, secrets, firmware]
    .flatMap(ParticleContract.read)
}
