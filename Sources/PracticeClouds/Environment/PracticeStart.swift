import HTTPTestServer

/// Where the practice clouds are, and what their accounts hold: the line that `practice serve`
/// prints.
package struct PracticeStart: Codable, Sendable, Equatable {
  /// Base URL of Particle's practice cloud: `http://127.0.0.1:P`.
  package let particle: String
  /// Base URL of Blynk's practice cloud.
  package let blynk: String
  /// Particle's access token, 40 hexadecimal digits.
  package let accessToken: String
  /// The claimed practice device, 24 hexadecimal digits.
  package let deviceID: String
  /// What Blynk's activation gives, 32 characters.
  package let authToken: String
  /// What the blueprint's template gets: `TMPL…`.
  package let templateID: String
  /// Base URL of the admin port.
  package let admin: String
  /// What the account's owner logs in to Particle with.
  package let username: String
  /// The password that goes with it; of this start alone, unless a fixed one was asked for.
  package let password: String
  /// The process that serves.
  package let pid: Int32

  /// The names that the line has, in its order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    case particle, blynk
    case accessToken = "access_token"
    case deviceID = "device_id"
    case authToken = "auth_token"
    case templateID = "template_id"
    case admin, username, password, pid
  }

  /// One line of JSON, its keys in the order of `CodingKeys`.
  package var line: String {
    let json: JSONValue = [
      "particle": .string(particle), "blynk": .string(blynk),
      "access_token": .string(accessToken), "device_id": .string(deviceID),
      "auth_token": .string(authToken), "template_id": .string(templateID),
      "admin": .string(admin), "username": .string(username), "password": .string(password),
      "pid": .number(Double(pid)),
    ]
    return json.text
  }
}
