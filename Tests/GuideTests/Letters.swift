enum Letters {
  static let hex = "0123456789abcdef"
  static let token = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  /// What a hostile or careless paste may hold.
  static let wild =
    token
    + " \t\r\n\u{0}\u{1B}\u{7F}\u{200B}\u{FEFF}\"'`“”{}[]()<>&%$#@!?:;,./\\|*_~=+^"
    + "ÄßéÑ世界🌉👩‍👩‍👧e\u{301}"
}
