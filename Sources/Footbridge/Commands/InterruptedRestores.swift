import Core
import Storage

/// A command before which all setups' leftovers are put back. Those that ask a setup's clouds do so
/// for that setup once more when they have its lock, which another process may hold now.
protocol PutsBackFirst {
  var common: CommonOptions { get }
}

/// Puts that back at the next start of any command.
enum InterruptedRestores {
  /// How long a cloud is waited for; the command itself may want none.
  private static let timeout = 5.0

  static func putBack(before command: any PutsBackFirst) async {
    var options = command.common
    options.timeout = min(options.timeout, timeout)
    let context = CommandContext(options, json: true)
    guard !context.isReplayed else { return }
    for name in LogStore.setupsToRestore(in: context.home) {
      // A setup that another process holds is that one's; what is damaged, the command tells.
      guard let setup = try? context.store.openFree(name) else { continue }
      let capabilities = context.capabilities()
      try? await capabilities.clouds(of: setup).device.putBack()
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
