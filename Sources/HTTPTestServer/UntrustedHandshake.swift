#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a TLS server says first, with a certificate that nobody trusts (RFC 5246 §7.4): the hello,
/// in TLS 1.2, and the certificate. A client that verifies ends the handshake there, so that no
/// cryptography is needed, and the certificate's key was thrown away.
enum UntrustedHandshake {
  /// The first byte of a client's hello.
  static let clientRecord: UInt8 = 22

  /// The record to answer a client's hello with.
  static let record: [UInt8] = {
    let messages = message(2, hello) + message(11, length(24, length(24, certificate)))
    return [22, 3, 3] + length(16, messages)
  }()

  /// TLS 1.2, no chance in it, no session, ECDHE with RSA and AES-128-GCM, no compression, and the
  /// promise of safe renegotiation (RFC 5746), without which some clients go no further.
  private static let hello: [UInt8] =
    [3, 3] + [UInt8](repeating: 0, count: 32) + [0, 0xC0, 0x2F, 0]
    + length(16, [0xFF, 1, 0, 1, 0])

  private static func message(_ kind: UInt8, _ body: [UInt8]) -> [UInt8] {
    [kind] + length(24, body)
  }

  /// A body behind its length, in so many bits.
  private static func length(_ bits: Int, _ body: [UInt8]) -> [UInt8] {
    stride(from: bits - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: body.count >> $0) }
      + body
  }

  /// Self-signed for 127.0.0.1 and localhost, until 2126 (DER).
  private static let certificate = Data(base64Encoded: text).map(Array.init) ?? []

  private static let text = """
    MIIDYzCCAkugAwIBAgIUTNGjnARPD0CgCmxQeDqgQS9fRtgwDQYJKoZIhvcNAQELBQAwMjESMBAGA1UEAwwJMTI3\
    LjAuMC4xMRwwGgYDVQQKDBNGb290YnJpZGdlIHByYWN0aWNlMCAXDTI2MTEyMzA3MTAyMFoYDzIxMjYxMDMwMDcx\
    MDIwWjAyMRIwEAYDVQQDDAkxMjcuMC4wLjExHDAaBgNVBAoME0Zvb3RicmlkZ2UgcHJhY3RpY2UwggEiMA0GCSqG\
    SIb3DQEBAQUAA4IBDwAwggEKAoIBAQCFLfYT0oLpnhTelDJJBtQ3iijoDh6Vz1QSYToiQCLgWse+UabjM4nAb2OL\
    85h6YHFnYrbfg7hhSj02EpstzPmZNbllL7ATl1f9+UODaR4AqAA09DWnaHh21ZDeHW6HKzqxaeOZfk8m54fJW9BT\
    Mp7B3TCIcdVwiSfSBOguQtt6gVwHZIng5RjYnMFObupMuvdl7Z1BizLwsNoH1KZ8nQFXGynR2os0WAQow+j5Gti6\
    19okAfjMA5HVX8mPso+QQiMmydEY/Gn2r35eTMsHzmQs6xtSqIsa+3Vj9eK4qY6l2ZswNi1Ji2/RrMz9wmy7Xxuv\
    R3/Vqa/ONl59hBSoRAIzAgMBAAGjbzBtMB0GA1UdDgQWBBQCV02HH54tN6MZvu0Y+f5v4vQ+cTAfBgNVHSMEGDAW\
    gBQCV02HH54tN6MZvu0Y+f5v4vQ+cTAPBgNVHRMBAf8EBTADAQH/MBoGA1UdEQQTMBGHBH8AAAGCCWxvY2FsaG9z\
    dDANBgkqhkiG9w0BAQsFAAOCAQEAO47Id24WGxq629LUcPjPxfXAoimIUapHsqf3ZZhN6QvkpTAIJzi2JQusFLzt\
    tYfs08hzB9k++qqbOyk4FlxA8x2jES10BILmwERr1yhJuabJmdoleGtcij9UTOp1eJ/bHsIYDwnE0g/Nkiueonkz\
    ReN5mS8csEQFqzxqLdMZNILfU1Hu5554l2iGA7kTpHbAhUAIvNrZeT0+LYABbIJg8xHhOSHnXlVt0zoTuAlQ/7Y5\
    gJi3U45khW1v3kBigsfc3XBiemR6DO7Ys4mwfBXdatzKCSwSvT0qKKgLmi1wWH764JAlYWL2xc0t7j70ZGaKGQl5\
    M24fUpdYugx9XTyYvA==
    """
}
