import ArgumentParser

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where setups are kept (else $FOOTBRIDGE_HOME, else ~/.local/state/footbridge).",
      valueName: "dir"), completion: .directory)
  var home: String?

  @Option(
    help: ArgumentHelp("Read the guide from another folder.", valueName: "dir"),
    completion: .directory)
  var guides: String?

  @Option(
    name: .customLong("particle-url"),
    help: ArgumentHelp("A private or practice Particle cloud.", valueName: "url"))
  var particleURL: String?

  @Option(
    name: .customLong("blynk-url"),
    help: ArgumentHelp("A private or practice Blynk cloud.", valueName: "url"))
  var blynkURL: String?

  @Option(help: ArgumentHelp("Seconds to wait for one reply of a cloud.", valueName: "s"))
  var timeout: Double = 30

  @Option(
    help: ArgumentHelp(
      "Write what goes over the wire there, without secrets (HAR 1.2). A file that is there is "
        + "updated: what is asked again is replaced, the rest stays.", valueName: "file.har"),
    completion: .file())
  var record: String?

  @Flag(help: "Append only: no colour, no redrawing.")
  var plain = false

  @Flag(name: .shortAndLong, help: "Say each request on stderr, as a curl command.")
  var verbose = false

  /// Those of them that are followed by a value.
  static let takingValues: Set = [
    "--home", "--guides", "--particle-url", "--blynk-url", "--timeout", "--record",
  ]

  /// An empty value is a variable of a script that was never set, and names nothing.
  static func refuseEmpty(_ options: [(flag: String, value: String?)]) throws {
    for option in options where option.value?.isEmpty == true {
      throw ValidationError.saying("\(option.flag) needs a value; what is given is empty.")
    }
  }

  mutating func validate() throws {
    guard timeout > 0, timeout <= 3600 else {
      throw ValidationError.saying("--timeout takes seconds between 0 and 3600.")
    }
    try CommonOptions.refuseEmpty([
      ("--home", home), ("--guides", guides), ("--record", record),
    ])
    guard record != "-" else {
      throw ValidationError.saying("--record takes a file: standard output is the command's.")
    }
    for (flag, url) in [("--particle-url", particleURL), ("--blynk-url", blynkURL)] {
      guard let url else { continue }
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
        throw ValidationError.saying("\(flag) takes a URL such as https://ny3.blynk.cloud.")
      }
    }
  }
}
