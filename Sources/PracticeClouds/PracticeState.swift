#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Both accounts, and where their clouds were: what a snapshot holds.
struct PracticeState: Codable, Equatable {
  /// Counted up when the shape changes.
  var version = PracticeState.currentVersion
  /// How often clouds were opened with this world, so that new ids never repeat old ones.
  var openings = 0
  var particlePort = 0
  var blynkPort = 0
  var particle: ParticleAccount
  var blynk: BlynkAccount

  /// What `practice serve` starts with.
  init(seed: UInt64?, now: Date) {
    var chance = PracticeChance(seed: seed)
    particle = ParticleAccount(chance: &chance, now: now)
    blynk = BlynkAccount(chance: &chance)
  }

  /// Throws `PracticeError.snapshotDamaged`.
  init(snapshot: [UInt8]) throws(PracticeError) {
    do {
      let kept = try JSONDecoder().decode(Versioned.self, from: Data(snapshot))
      guard kept.version == PracticeState.currentVersion else {
        throw PracticeError.snapshotDamaged(reason: "version \(kept.version) is not one I know")
      }
      self = try JSONDecoder().decode(PracticeState.self, from: Data(snapshot))
    } catch {
      throw error as? PracticeError ?? .snapshotDamaged(reason: "\(error)")
    }
  }

  /// What every snapshot says first of all.
  private struct Versioned: Decodable { var version: Int }

  private static let currentVersion = 2

  /// The same world with its clouds on these ports: addresses of the old ones are rewritten.
  func moved(particlePort: Int, blynkPort: Int) throws(PracticeError) -> PracticeState {
    var ports = [self.particlePort: particlePort]
    ports[self.blynkPort] = blynkPort
    let text = LoopbackURLs.moved(String(decoding: snapshot(), as: UTF8.self), ports: ports)
    var world = try PracticeState(snapshot: Array(text.utf8))
    world.particlePort = particlePort
    world.blynkPort = blynkPort
    return world
  }

  /// JSON, its keys in alphabetical order.
  func snapshot() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing in a world is unfit for JSON: its dates and numbers are finite.
    return (try? encoder.encode(self)).map(Array.init) ?? []
  }
}
