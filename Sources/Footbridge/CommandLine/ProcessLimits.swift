import Core
import Foundation

/// What the program needs of the system to run at all, looked at before its threads start: without
/// it they end by a signal, and nobody learns why.
enum ProcessLimits {
  /// Files, sockets and the threads' own, for a walk on practice clouds in this process.
  private static let descriptorsNeeded = 64
  /// A round trip takes less; a thread reserves eight megabytes, and its heap sixty-four.
  private static let addressSpaceNeededBytes = 400 << 20
  private static let addressSpaceOfThreadBytes = 16 << 20

  private enum Lack {
    case descriptors(limit: UInt64)
    case addressSpace(limitBytes: UInt64)
  }

  /// Why it cannot run; nil where it can.
  static var problem: Problem? { lack.map(problem) }

  private static var lack: Lack? {
    if !hasDescriptors { return .descriptors(limit: limit(ProcessLimits.descriptors)) }
    for resource in [ProcessLimits.addressSpace, ProcessLimits.data] {
      let limit = limit(resource)
      if limit < UInt64(Int.max), !hasAddressSpace { return .addressSpace(limitBytes: limit) }
    }
    return nil
  }

  /// A low limit that the person may raise is raised.
  private static var hasDescriptors: Bool {
    var limits = rlimit()
    let enough = rlim_t(descriptorsNeeded)
    if getrlimit(descriptors, &limits) == 0, limits.rlim_cur < enough, limits.rlim_max >= enough {
      limits.rlim_cur = min(limits.rlim_max, enough * 16)
      setrlimit(descriptors, &limits)
    }
    // Others may be open already, from whoever started this program.
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    while copies.count < descriptorsNeeded - 3 {
      let copy = dup(STDERR_FILENO)
      guard copy >= 0 else { return false }
      copies.append(copy)
    }
    return true
  }

  private static var hasAddressSpace: Bool {
    let threads = min(ProcessInfo.processInfo.activeProcessorCount, 16)
    let bytes = addressSpaceNeededBytes + threads * addressSpaceOfThreadBytes
    let place = mmap(nil, bytes, PROT_READ | PROT_WRITE, reserving, -1, 0)
    guard place != MAP_FAILED else { return false }
    munmap(place, bytes)
    return true
  }

  private static func problem(_ lack: Lack) -> Problem {
    let (evidence, next): (Phrase, Phrase) =
      switch lack {
      case .descriptors(let limit):
        (
          "the limit of open files is \(limit) (`ulimit -n`)",
          "Raise it to \(descriptorsNeeded) or more: `ulimit -n 1024`."
        )
      case .addressSpace(let bytes):
        (
          "the limit of memory is \(bytes / 1024) kB (`ulimit -v`, `ulimit -d`)",
          "Raise it: `ulimit -v unlimited`."
        )
      }
    return Problem(
      code: "limits-too-low", title: "I may not take what I need to run",
      attempt: "I looked what the system lets me have, before anything else:",
      evidence: [evidence], causes: "Nothing was done.", next: next, outcome: .couldNotAsk)
  }

  private static func limit(_ resource: Int32) -> UInt64 {
    var limits = rlimit()
    return getrlimit(resource, &limits) == 0 ? UInt64(limits.rlim_cur) : .max
  }

  #if canImport(Glibc)
    private static let descriptors = Int32(RLIMIT_NOFILE.rawValue)
    private static let addressSpace = Int32(RLIMIT_AS.rawValue)
    private static let data = Int32(RLIMIT_DATA.rawValue)
    private static let reserving = Int32(MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)
  #else
    private static let descriptors = RLIMIT_NOFILE
    private static let addressSpace = RLIMIT_AS
    private static let data = RLIMIT_DATA
    private static let reserving = MAP_PRIVATE | MAP_ANON
  #endif
}
