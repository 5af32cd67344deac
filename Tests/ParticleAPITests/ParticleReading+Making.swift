import Core
import HTTP
import ParticleAPI

/// Integrations and firmware: what is made in the cloud.
extension ParticleReading {
  func integrations() async throws -> String? {
    switch shape {
    case "GET integrations":
      let all = try await cloud.integrations().map(shown)
      return all.isEmpty ? "no integration" : all.joined(separator: "; ")
    case "GET integrations/:": return shown(try await cloud.integration(names[0]))
    case "POST integrations": return try await cloud.createIntegration(definition)
    case "PUT integrations/:": try await cloud.replaceIntegration(names[0], with: definition)
    case "DELETE integrations/:": try await cloud.deleteIntegration(names[0])
    case "POST integrations/:/test":
      let test = try await cloud.testIntegration(names[0], data: reply.json["data"]?.text)
      return test.passed ? "passed" : "failed: \(test.reason ?? "?")"
    default: return nil
    }
    return "done"
  }

  private func shown(_ made: Integration) -> String {
    let query = made.query.sorted { $0.key < $1.key }.map { "with \($0.key)=\($0.value)" }
    let more =
      [made.deviceID.map { "of \($0)" }, made.disabled == true ? "disabled" : nil].compactMap(
        \.self)
      + query + (made.noDefaults == true ? ["no defaults"] : [])
    return
      (["\(made.id) on \(made.event ?? "?")", "\(made.requestType ?? "?") \(made.url ?? "?")"]
      + more).joined(separator: ", ")
  }

  private var definition: IntegrationDefinition {
    var definition = IntegrationDefinition.blynk(
      event: reply.json["event"]?.text ?? "", url: reply.json["url"]?.text ?? "",
      name: reply.json["name"]?.text ?? "")
    definition.query = (reply.json["query"]?.members ?? []).reduce(into: [:]) { query, member in
      query[member.name] = member.value.text
    }
    return definition
  }

  func firmware() async throws -> String? {
    switch shape {
    case "POST binaries":
      let version = parts["build_target_version"]
      let made = try await cloud.compile(files, for: BuildTarget(.platform(13), version: version))
      return "\(made.id) for \(made.version ?? "?")"
    case "GET binaries/:":
      return Wording.count(try await cloud.binary(names[0]).count, "byte").english
    case "PUT devices/:":
      if let file = files.first, file.name.hasSuffix(".bin") {
        let bytes = Array((parts["file"] ?? "").utf8)
        return try await cloud.flash(names[0], binary: bytes, name: file.name)
      }
      return try await cloud.flash(names[0], files: files)
    default: return nil
    }
  }

  private var files: [SourceFile] {
    let text = reply.exchange.request.body?.text ?? ""
    return text.matches(of: /filename="([^"]*)"/).map { match in
      SourceFile(name: String(match.output.1), content: MaskedText(parts["file"] ?? ""))
    }
  }

  /// The parts of a form of several, by name.
  private var parts: [String: String] {
    let text = (reply.exchange.request.body?.text ?? "").replacing("\r\n", with: "\n")
    return text.split(separator: "--footbridge-part-1").reduce(into: [:]) { parts, part in
      guard let name = part.firstMatch(of: /name="([^"]*)"/)?.output.1,
        let start = part.firstRange(of: "\n\n")
      else { return }
      parts[String(name)] = String(part[start.upperBound...].dropLast())
    }
  }
}
