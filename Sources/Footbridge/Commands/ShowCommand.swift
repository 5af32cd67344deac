import ArgumentParser
import Core
import HTTP
import Recording
import Terminal

/// `footbridge show FILE.har`.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A recording as a page: what was asked, and when.",
    usage: """
      footbridge show FILE.har
      footbridge show FILE.har 3
      footbridge show FILE.har --as-curl
      """,
    discussion: """
      Any HTTP archive (HAR 1.2) can be read, a browser's too. A number shows that exchange whole. \
      With --as-curl each request is a command line, with secrets as variables \
      ($PARTICLE_ACCESS_TOKEN, $BLYNK_AUTH_TOKEN).

      Exit codes: 0 it is shown; 64 it has no such exchange; 65 the file is no recording.
      """)

  @Argument(
    help: ArgumentHelp("The recording.", valueName: "file.har"), completion: .file())
  var file: String

  @Argument(help: "One exchange, by its number; all of them without it.")
  var number: Int?

  @Flag(help: "Each request as a curl command.")
  var asCurl = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let context = CommandContext(common)
    let terminal = context.terminal
    let recording = try HTTPArchive.read(file).redacted(knowing: context.knownSecrets)
    let chosen = try chosen(recording)
    if asCurl {
      for (_, exchange) in chosen { terminal.data(exchange.request.asCurl() + "\n") }
    } else if number != nil {
      for (number, exchange) in chosen { ExchangePage(number, exchange).show(on: terminal) }
    } else {
      RecordingPage(file: file, recording: recording).show(on: terminal)
    }
  }

  private func chosen(_ recording: HTTPArchive) throws -> [(Int, RecordedExchange)] {
    let all = recording.exchanges.enumerated().map { ($0.offset + 1, $0.element) }
    guard let number else { return all }
    guard let found = all.first(where: { $0.0 == number }) else {
      throw Problem(
        code: "usage", title: "The recording has no such exchange",
        attempt: "I looked for it:", evidence: ["number \(number)"],
        next: "It has \(Wording.count(all.count, "exchange")); `footbridge show \(file)` lists "
          + "them.", outcome: .usage)
    }
    return [found]
  }
}
