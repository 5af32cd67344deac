import Core
import HTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A recording as it was read: an HTTP archive of this program or of any other.
package struct HTTPArchive: Sendable {
  /// In the order in which they were asked.
  package var exchanges: [RecordedExchange]
  /// Who made it, such as `footbridge 0.1.0`.
  package var creator: String
  /// What its maker says about the whole.
  package var comment: String?
  /// All that stands beside the entries, to be written back as it was.
  let members: [JSONNode.Member]

  /// - Parameter file: what the errors name.
  package init(_ bytes: [UInt8], file: String) throws(RecordingError) {
    let json: JSONNode
    // A byte order mark, which some programs write.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do throws(JSONReader.Fault) {
      json = try JSONReader.read(mark == 0 ? bytes : Array(bytes.dropFirst(mark)))
    } catch {
      throw .damaged(file: file, offset: error.offset + mark)
    }
    guard let log = json["log"], case .list(let entries)? = log["entries"] else {
      throw .damaged(file: file, offset: nil)
    }
    exchanges = HTTPArchive.latest(entries.compactMap { RecordedExchange(json: $0) })
    creator = ["name", "version"].compactMap { log["creator"]?[$0]?.text }.joined(separator: " ")
    comment = log["comment"]?.text
    members = log.members.filter { $0.name != "entries" }
  }

  /// The recording in a file.
  package static func read(_ path: String) throws(RecordingError) -> HTTPArchive {
    try HTTPArchive(bytes(of: path), file: path)
  }

  /// A longer file is no recording of ours, and more than this machine may hold.
  package static let fileLimitBytes = 512 << 20

  static func bytes(of path: String) throws(RecordingError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .notReadable(file: path, reason: Phrase(verbatim: reason(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notReadable(file: path, reason: "it is no file")
    }
    guard status.st_size <= HTTPArchive.fileLimitBytes else {
      throw .notReadable(file: path, reason: "it is longer than \(fileLimitBytes >> 20) MB")
    }
    let bytes = RecordingSide.read(descriptor, 0..<Int(status.st_size))
    guard let bytes else { throw .notReadable(file: path, reason: Phrase(verbatim: reason(errno))) }
    return bytes
  }

  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Of each request only what its last run recorded: a run that was cut off could not take away
  /// what it replaced.
  private static func latest(_ exchanges: [RecordedExchange]) -> [RecordedExchange] {
    let exchanges = exchanges.enumerated()
      .sorted { ($0.element.started, $0.offset) < ($1.element.started, $1.offset) }
      .map(\.element)
    guard Set(exchanges.map(\.run)).count > 1 else { return exchanges }
    var last: [RequestKey: String?] = [:]
    for exchange in exchanges { last[RequestKey(exchange.request)] = exchange.run }
    return exchanges.filter { last[RequestKey($0.request)] == .some($0.run) }
  }
}
