import HTTP

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Device {
  /// So long after it came online a sketch may still be on its way to its functions.
  package static let startingTime = Duration.seconds(120)

  /// Nothing of a sketch shows yet, neither a function nor a variable.
  package var isStarting: Bool { (functions ?? []).isEmpty && (variables ?? [:]).isEmpty }

  /// Device OS runs, and the sketch does not (particle:device-status).
  package var isInSafeMode: Bool { status == "safe_mode" }

  /// The device with the time that it had been online when the reply was written: by the cloud's
  /// own clock, which every HTTP server tells (RFC 9110 §6.6.1), or by this machine's where it does
  /// not.
  func dated(_ reply: Reply) -> Device {
    var device = self
    let now = reply.header("Date").flatMap(Device.seconds) ?? Date().timeIntervalSince1970
    guard let start = lastHandshake.flatMap(Device.instant) else { return device }
    // The header has whole seconds. What lies further ahead is another clock's.
    let age = now - start
    device.sinceHandshake = age < -2 ? nil : .milliseconds(Int(max(0, age) * 1000))
    return device
  }

  private static func instant(_ text: String) -> Double? {
    let fraction = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let date = (try? Date(text, strategy: fraction)) ?? (try? Date(text, strategy: .iso8601))
    return date?.timeIntervalSince1970
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT` as seconds since 1970.
  static func seconds(_ header: String) -> Double? {
    let parts = header.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard parts.count == 6, let day = Int(parts[1]),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3])
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return instant("\(year)-\(two(month + 1))-\(two(day))T\(parts[4])Z")
  }
}
