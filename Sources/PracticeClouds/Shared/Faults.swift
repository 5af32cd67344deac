import Core
import HTTPTestServer
import Synchronization

/// Which faults are on, and how slow each leg is: one value that both clouds look at.
package final class Faults: Sendable {
  private struct State {
    var pulled: Set<Fault> = []
    var latency: [PracticeLeg: Duration] = [:]
  }

  private let state: Mutex<State>

  /// These faults are on from the start; no leg is slow.
  package init(_ pulled: Set<Fault> = []) { state = Mutex(State(pulled: pulled)) }

  /// - Parameter names: as in `--fault NAME`. Throws `PracticeError.unknownFault` for any other.
  package convenience init(named names: [String]) throws {
    self.init(Set(try names.map(Faults.fault(named:))))
  }

  /// Whether the fault is on at this moment; each request asks anew.
  package func isOn(_ fault: Fault) -> Bool { state.withLock { $0.pulled.contains(fault) } }

  /// Turns a fault on or off; what is under way may still see it as it was.
  package func set(_ fault: Fault, on: Bool) {
    state.withLock { state in
      if on { state.pulled.insert(fault) } else { state.pulled.remove(fault) }
    }
  }

  /// The faults that are on, by name, in alphabetical order.
  package var names: [String] { state.withLock { $0.pulled.map(\.rawValue).sorted() } }

  /// What is wrong with the line to both clouds; of several faults the first by name counts.
  var onTheLine: NetworkFault? {
    state.withLock { state in
      state.pulled.compactMap(\.onTheLine).min { $0.rawValue < $1.rawValue }
    }
  }

  /// How long a leg is held up; zero unless set.
  package func latency(_ leg: PracticeLeg) -> Duration {
    state.withLock { $0.latency[leg, default: .zero] }
  }

  /// Holds a leg up for that long from now on; `.zero` takes it back.
  package func setLatency(_ leg: PracticeLeg, to duration: Duration) {
    state.withLock { $0.latency[leg] = duration }
  }

  /// The legs that are held up, and for how long.
  package var latencies: [PracticeLeg: Duration] { state.withLock { $0.latency } }

  /// Every fault off, every leg fast.
  package func reset() { state.withLock { $0 = State() } }

  /// The fault of that name. Throws `PracticeError.unknownFault`, which names the nearest.
  package static func fault(named name: String) throws(PracticeError) -> Fault {
    if let fault = Fault(rawValue: name) { return fault }
    let known = Fault.allCases.map(\.rawValue)
    throw .unknownFault(name, nearest: Wording.nearest(name, among: known))
  }
}
