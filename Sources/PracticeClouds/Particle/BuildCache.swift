import DeviceSimulator

/// The programs compiled last: a fleet's devices often run the same, and a flashed one starts
/// again.
struct BuildCache: Sendable {
  /// Programs kept; the one that was asked for longest ago goes first.
  static let limit = 8

  private struct Item: Sendable {
    let files: [SketchFile]
    let platformID: Int
    let build: HostCompilation.Build
  }

  private var items: [Item] = []

  mutating func find(_ files: [SketchFile], _ platformID: Int) -> HostCompilation.Build? {
    guard let place = items.firstIndex(where: { $0.platformID == platformID && $0.files == files })
    else { return nil }
    let item = items.remove(at: place)
    items.append(item)
    return item.build
  }

  mutating func keep(_ build: HostCompilation.Build, _ files: [SketchFile], _ platformID: Int) {
    let item = Item(files: files, platformID: platformID, build: build)
    items = (items + [item]).suffix(BuildCache.limit)
  }
}
