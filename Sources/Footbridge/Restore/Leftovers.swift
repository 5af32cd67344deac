import Ground
import Logbook

/// A command before which all setups' leftovers are put back. Those that ask a setup's clouds do so
/// for that setup once more when they have its lock, which another process may hold now.
protocol PutsBackFirst {
  var common: CommonOptions { get }
}

/// Puts that back at the next start of any command.
enum Leftovers {
  /// How long a cloud is waited for; the command itself may want none.
  private static let patience = 5.0

  static func putBack(before command: any PutsBackFirst) async {
    var options = command.common
    options.timeout = min(options.timeout, patience)
    let doorway = Doorway(options, json: true)
    guard !doorway.isReplayed else { return }
    for name in Book.setupsToRestore(in: doorway.home) {
      // A setup that another process holds is that one's; what is damaged, the command tells.
      guard let setup = try? doorway.openFree(name) else { continue }
      let works = Works(surroundings: doorway.surroundings(), console: nil)
      try? await Restoration(clouds: works.clouds(of: setup)).run()
      withExtendedLifetime(setup) {}
    }
  }
}

extension SetupCommand: PutsBackFirst {}
extension TestCommand: PutsBackFirst {}
extension DoctorCommand: PutsBackFirst {}
extension ForgetCommand: PutsBackFirst {}
extension StatusCommand: PutsBackFirst {}
extension HistoryCommand: PutsBackFirst {}
extension HistoryMergeCommand: PutsBackFirst {}
extension FirmwareCommand: PutsBackFirst {}
extension GuideCommand: PutsBackFirst {}
extension ExplainCommand: PutsBackFirst {}
extension ShowCommand: PutsBackFirst {}
