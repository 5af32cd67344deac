import BlynkAPI

/// What the Platform API shows of the setup's template and of the device that belongs to it.
enum PlatformLook {
  static func templateName(_ clouds: Clouds) throws -> String {
    try clouds.needed(clouds.bindings.plain("blynk.template_name"), "blynk.template_name")
  }

  /// The template of the answered name; of several the one of the answered id.
  static func template(
    _ platform: BlynkPlatform, _ clouds: Clouds
  ) async throws -> PlatformTemplate {
    let name = try templateName(clouds)
    let all = try await platform.templates()
    let named = all.filter { $0.name == name }
    let id = clouds.bindings.plain("blynk.template_id")
    if let template = named.first(where: { $0.templateIDs.contains(id ?? "") }) ?? named.first {
      return template
    }
    let names = all.compactMap { $0.name.map(clouds.scrubber.scrub) }
    throw PlatformProblem.noTemplate(name, names: names).problem
  }

  /// The device of our template: the only one, or the one with the Particle device's name. It is
  /// asked for whole, as a list leaves its AuthToken out.
  static func device(
    _ platform: BlynkPlatform, _ clouds: Clouds
  ) async throws -> PlatformDevice? {
    let template = try await template(platform, clouds)
    let ours = try await platform.devices().filter { $0.templateID == template.id }
    let found = ours.first { $0.name == deviceName(clouds) } ?? (ours.count == 1 ? ours[0] : nil)
    guard let found else { return nil }
    return try await platform.device(found.id)
  }

  /// Blynk takes at most 50 letters, digits, blanks, apostrophes, underscores and hyphens.
  static func deviceName(_ clouds: Clouds) -> String {
    let name = clouds.bindings.plain("particle.device_name") ?? "Particle device"
    return String(name.filter { $0.isLetter || $0.isNumber || " '_-".contains($0) }.prefix(50))
  }
}
