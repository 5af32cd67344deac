/// Literals that read like words and are not for a person, or not to be told in another language.
enum Unsaid {
  static func isUnsaid(_ path: String) -> Bool { files.contains { path.hasPrefix($0.path) } }

  static let phrases = Set(reasons.values.joined())

  private static let files: [(path: String, why: String)] = [
    ("Reports/Formats/HTMLStyle.swift", "CSS"),
    ("Reports/Formats/JUnitReport.swift", "for a CI"),
    ("Reports/Formats/TAPReport.swift", "for a CI"),
    ("Storage/Schema.swift", "SQL"), ("DeviceSimulator/WiringSource.swift", "C++"),
    ("DeviceSimulator/ProgramSize.swift", "a compiler's table"),
    ("DeviceSimulator/UnsupportedFeature.swift", "notes among a compiler's messages"),
    ("Footbridge/CommandLine/CompletionScript.swift", "shell scripts"),
    ("HTTP/Multipart.swift", "HTTP"),
    ("HTTP/Request+Curl.swift", "a command line"),
    ("SetupFlow/Practice/PracticeConsole+ByHand.swift", "command lines"),
    ("Recording/RecordedRequest+Curl.swift", "a command line"),
    ("Recording/RecordedRequest.swift", "HTTP"),
    ("Recording/StreamPart+Bytes.swift", "an event stream"),
    ("ParticleAPI/Errors/ErrorBody.swift", "a cloud's words"),
    ("ParticleAPI/Errors/ParticleError.swift", "a cloud's words"),
    ("BlynkAPI/Errors/BlynkError.swift", "a cloud's words"),
    ("BlynkAPI/BlynkCloud+Values.swift", "a cloud's words"),
  ]

  private static let reasons: [String: [String]] = [
    "HTML and CSS": [
      "<!DOCTYPE html>", "width=device-width, initial-scale=1", "light dark",
      "default-src 'none'; style-src 'unsafe-inline'", "card bad", "card open",
      "history-title history-text", "axis end", "mark fail", "mark unknown",
      "legs-title legs-text", "translate(0 {1})",
    ],
    "labels of a cloud's console": [
      "Event Name", "Request Type", "QUERY PARAMETERS", "ENFORCE SSL", "DEVICE NAME",
    ],
    "names that a cloud keeps": [
      "footbridge {1}", "Particle device", "Particle Device", "V6 last publish", "Integer {1}",
    ],
    "what is typed": [
      "\"Bearer {1}\"",
      "--home {1}", "not yet", "noch nicht",
      "footbridge practice", "footbridge test", "--set {1}=…", "confirm: true",
      "text {1}..{2}", "secret text {1}..{2}", "secret hex 40", "secret token 32",
      "secret text 8..200", "word {1}..{2}", "footbridge setup demo \\",
      "--particle-url {1} --blynk-url {2}", "curl --json '{}' {1}/blueprint",
      "curl --json '{}' {1}/activate", "word 8..200", "not now",
    ],
    "HTTP and JSON": [
      "\"headers\":{\"Authorization\":\"Bearer {1}\"}}", "GET /state", "POST {1}", "Bearer {1}",
      "query {1}", "header {1}", "form {1}", "body {1}", "a request to {1}",
    ],
    "never shown": [
      "{{% CONTENT_TYPE:TEXT}}", "an integration without an id", "not one list",
    ],
  ]
}
