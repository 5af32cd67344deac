/// What a `platform_id` stands for (particle-cloud §4).
struct PlatformName: CustomStringConvertible {
  let id: Int?

  var description: String {
    guard let id else { return "unknown kind" }
    return PlatformName.names[id] ?? "platform \(id)"
  }

  private static let names = [
    0: "Core", 6: "Photon", 8: "P1", 10: "Electron", 12: "Argon", 13: "Boron", 14: "Xenon",
    15: "E SoM X", 22: "A SoM", 23: "B SoM", 25: "B5 SoM", 26: "Tracker", 28: "Tracker M",
    32: "Photon 2 or P2", 35: "M SoM", 37: "Electron 2", 42: "Tachyon", 43: "Linux",
  ]
}
