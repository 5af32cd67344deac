import Core
import Foundation

// What `make bench` can only measure, or make ready, from inside the house. The answer is one line
// of JSON on standard output.

/// Writes the answer.
func say(_ numbers: [String: Double]) throws {
  let line = try JSONSerialization.data(withJSONObject: numbers, options: .sortedKeys)
  FileHandle.standardOutput.write(line + Data("\n".utf8))
}

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "recordings": try say(try await RecordingCost.measure())
case "requests" where words.count == 4:
  let token = Secret(words[2], name: "particle.access_token")
  let cost = RequestCost(url: words[1], token: token, count: Int(words[3]) ?? 1_000)
  try say(try await cost.measure())
case "log" where words.count == 5:
  let log = try LongLog(home: words[1], guides: words[2], setup: words[3])
  try say(try log.write(Int(words[4]) ?? 1_000))
default:
  let usage = "BenchInside recordings | requests URL TOKEN COUNT | log HOME GUIDES SETUP COUNT\n"
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
