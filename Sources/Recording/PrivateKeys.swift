/// Names of fields whose values are nobody's business.
enum PrivateKeys {
  /// What a field of that name holds; nil for one that may be seen.
  static func kind(of key: String) -> String? {
    kinds[String(key.lowercased().filter { $0.isLetter || $0.isNumber })]
  }

  private static let kinds: [String: String] = {
    var kinds: [String: String] = [:]
    let names: [(String, [String])] = [
      (
        "token",
        [
          "token", "accesstoken", "authtoken", "refreshtoken", "mfatoken", "idtoken",
          "devicetoken", "sessiontoken", "bearertoken", "auth", "xauth", "xauthkey", "xauthtoken",
        ]
      ),
      (
        "secret",
        [
          "secret", "clientsecret", "mobilesecret", "apikey", "xapikey", "privatekey", "sessionid",
          "sid",
        ]
      ),
      ("password", ["password", "passwd", "pass", "pwd", "passphrase", "psk", "otp", "pin_code"]),
      ("cookie", ["cookie", "setcookie"]),
      ("wifi", ["ssid", "bssid", "wifissid", "wifi", "wifinetwork"]),
      ("iccid", ["iccid", "lasticcid", "sim"]),
      ("imei", ["imei"]),
      ("e-mail", ["email", "mail", "useremail"]),
      (
        "ip",
        ["ip", "ipaddress", "lastipaddress", "remoteaddr", "xforwardedfor", "serveripaddress"]
      ),
    ]
    for (kind, keys) in names { for key in keys { kinds[key] = kind } }
    return kinds
  }()

  /// Whether a value under such a name is worth hiding: not a word of the protocol, not a
  /// placeholder, not a blank in an integration's form.
  static func isWorthHiding(_ value: String, kind: String) -> Bool {
    if value.isEmpty || value.contains("{{") || value.contains("‹") { return false }
    if ["true", "false", "null", "undefined", "none"].contains(value.lowercased()) { return false }
    // The secret of the client that every program of Particle's may use (particle:oauth-client):
    // the clouds' addresses have the same word in them.
    if kind == "secret" && ["particle", "particle-api"].contains(value) { return false }
    if kind == "ip" && (value.hasPrefix("127.") || value == "0.0.0.0" || value == "::1") {
      return false
    }
    return kind == "password" || kind == "wifi" || kind == "cookie" || !value.contains(" ")
  }
}
