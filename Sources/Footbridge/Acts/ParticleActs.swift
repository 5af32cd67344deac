import Ground
import Journey
import Particle
import Sketch

/// What Footbridge does in the Particle cloud. Each act looks first, and adopts what is there.
enum ParticleActs {
  static let all: [String: Works.Act] = [
    "particle.firmware.flash": flash,
    "particle.integration.create": putIntegrationRight,
  ]

  /// The integration's display name; what is found is recognised by its event, not by this.
  static let integrationName = "particle_device_blueprint"

  static let flash: Works.Act = { clouds in
    try await flash(try FirmwareSource.of(clouds).file, clouds)
  }

  /// Flashes a sketch, and says how far it is.
  static func flash(_ file: SourceFile, _ clouds: Clouds) async throws -> Deed {
    let (cloud, device) = (try clouds.particle(), try clouds.deviceID())
    let terminal = clouds.surroundings.terminal
    do {
      let words = try await terminal.progress("Particle compiles the sketch") { progress in
        try await FlashAct(cloud: cloud, device: device, file: file) { progress.update($0) }.run()
      }
      return Deed(result: "Particle says: \(clouds.scrubber.scrub(words)).")
    } catch ParticleError.buildFailed(let errors, _) {
      throw BuildProblem(errors: errors, file: file, clouds).problem
    }
  }

  /// Has Particle compile a sketch for the device's kind, and flashes nothing.
  static func compile(_ file: SourceFile, _ clouds: Clouds) async throws -> Deed {
    let cloud = try clouds.particle()
    let device = try await cloud.device(clouds.deviceID())
    guard let id = device.platformID ?? clouds.bindings.kind?.id else {
      throw DeviceProblem.kindUnknown.problem
    }
    let terminal = clouds.surroundings.terminal
    do {
      let made = try await terminal.progress("Particle compiles the sketch") { _ in
        try await cloud.compile([file], for: BuildTarget(.platform(id)))
      }
      let system = made.version.map { ", Device OS \(clouds.scrubber.scrub($0))" } ?? ""
      return Deed(result: "Particle compiled it for a \(DeviceKind.name(id))\(system).")
    } catch ParticleError.buildFailed(let errors, _) {
      throw BuildProblem(errors: errors, file: file, clouds).problem
    }
  }

  /// Leaves exactly one integration of our event that is as the guide wants it. Others of the same
  /// event are the person's: they are named by the check, never deleted here.
  static let putIntegrationRight: Works.Act = { clouds in
    let cloud = try clouds.particle()
    let wanted = try definition(clouds)
    guard let found = try await ofOurEvent(cloud, clouds).first else {
      let id = try await cloud.createIntegration(wanted)
      return Deed(
        result: "Made integration \(id).", made: MadeObject(kind: Unmaking.integration, id: id))
    }
    guard !wanted.differences(from: found).isEmpty else {
      let isOurs = try CutOffAct(clouds).began(after: IntegrationProblem.missing("").problem.code)
      return Deed(
        result: "Integration \(found.id) is right.",
        made: isOurs ? MadeObject(kind: Unmaking.integration, id: found.id) : nil)
    }
    try await cloud.replaceIntegration(found.id, with: wanted)
    return Deed(result: "Put integration \(found.id) right.")
  }

  static func definition(_ clouds: Clouds) throws -> IntegrationDefinition {
    .blynk(
      event: Bindings.eventName, url: try clouds.integrationURL(), name: integrationName)
  }

  /// The integrations that fire on our event for our device, whole: a list may leave fields out.
  static func ofOurEvent(_ cloud: ParticleCloud, _ clouds: Clouds) async throws -> [Integration] {
    let device = try clouds.deviceID()
    var found: [Integration] = []
    for listed in try await cloud.integrations()
    where listed.fires(on: Bindings.eventName, of: device) {
      found.append(try await cloud.integration(listed.id))
    }
    return found
  }
}
