import Capabilities
import Trips
import Walkthrough

extension Bindings {
  /// The answers of a setup as they stand.
  init(_ setup: OpenSetup, particleURL: String?, blynkURL: String?) {
    let names = setup.state.answers.keys
    let answers = names.compactMap { name in setup.answer(to: name).map { (name, $0) } }
    self.init(
      answers: Dictionary(uniqueKeysWithValues: answers), secretsFile: setup.secretsPath,
      particleURL: particleURL, blynkURL: blynkURL)
  }
}

extension TokenVersions {
  init(_ setup: OpenSetup) {
    let versions = setup.state.answers.compactMapValues { answer in
      if case .secret(let version) = answer { version } else { nil }
    }
    self.init(versions, secrets: setup.secrets)
  }
}

extension OpenSetup {
  /// Whether a check has seen the sketch on the device once, whatever it sees now.
  var wasFlashed: Bool {
    walk.route(for: state).contains {
      $0.check == "particle.function-listed" && state.standings[$0.name]?.wasSeen == true
    }
  }
}

extension StepStatus {
  /// Whether a check once saw it.
  var wasSeen: Bool {
    switch self {
    case .proven, .drifted: true
    case .given, .done, .said, .skipped: false
    }
  }
}
