import Core
import ParticleAPI
import RoundTrip
import Walkthrough

/// What Footbridge does in the Particle cloud. Each act looks first, and adopts what is there.
package enum ParticleActions {
  /// In a guide's steps.
  package static let flashName = "particle.firmware.flash"

  static let all: [Capability] = [
    .init(flashName, .act(flash, preview: ParticleActionPreviews.flash)),
    .init(
      "particle.integration.create",
      .act(putIntegrationRight, preview: ParticleActionPreviews.integration)),
  ]

  static let flash: Capability.Act = { clouds in
    try await flash(try FirmwareSource.of(clouds).file, clouds)
  }

  /// Flashes a sketch, and says how far it is.
  package static func flash(_ file: SourceFile, _ clouds: Clouds) async throws -> ActionResult {
    let (cloud, device) = (try clouds.particle(), try clouds.deviceID())
    let progress = clouds.requestContext.progress
    do {
      let words = try await progress.show("Particle compiles the sketch") { tell in
        try await FlashAction(cloud: cloud, device: device, file: file, tell: tell).run()
      }
      return ActionResult(result: "Particle says: \(clouds.scrubber.scrub(words)).")
    } catch ParticleError.buildFailed(let errors, _) {
      throw BuildProblem(errors: errors, file: file, clouds).problem
    }
  }

  /// Has Particle compile a sketch for the device's kind, and flashes nothing.
  package static func compile(_ file: SourceFile, _ clouds: Clouds) async throws -> ActionResult {
    let cloud = try clouds.particle()
    let device = try await cloud.device(clouds.deviceID())
    guard let id = device.platformID ?? clouds.bindings.kind?.id else {
      throw DeviceProblem.kindUnknown.problem
    }
    let progress = clouds.requestContext.progress
    do {
      let made = try await progress.show("Particle compiles the sketch") { _ in
        try await cloud.compile([file], for: BuildTarget(.platform(id)))
      }
      let system: Phrase = made.version.map { ", Device OS \(clouds.scrubber.scrub($0))" } ?? ""
      return ActionResult(result: "Particle compiled it for a \(DeviceKind.name(id))\(system).")
    } catch ParticleError.buildFailed(let errors, _) {
      throw BuildProblem(errors: errors, file: file, clouds).problem
    }
  }

  /// Leaves one integration of our event that is as the guide wants it: what is there is adopted
  /// and put right wherever it lives, and none is made where one may be that cannot be seen. Others
  /// of the same event are the person's: they are named by the check, never deleted here.
  static let putIntegrationRight: Capability.Act = { clouds in
    let cloud = try clouds.particle()
    let look = try await IntegrationLook(clouds)
    if case .unseen(let places) = look.finding {
      throw IntegrationProblem.unseen(evidence: places).problem
    }
    guard let found = look.target else {
      let home = look.survey.home
      let id = try await cloud.at(home).createIntegration(look.wanted.definition)
      return ActionResult(
        result: home == .sandbox
          ? "Made integration \(id)." : "Made integration \(id) in \(home.words).",
        made: MadeObject(kind: Teardown.integration, id: home.record(of: id)))
    }
    guard !look.wanted.differences(from: found).isEmpty else {
      let isOurs = try InterruptedAction(clouds).began(after: Cause.integrationMissing.code)
      return ActionResult(
        result: "Integration \(found.shownID) is right.",
        made: isOurs
          ? MadeObject(kind: Teardown.integration, id: found.scope.record(of: found.id)) : nil)
    }
    guard found.isWebhook else {
      throw IntegrationProblem.otherKind(
        found, look.shown(look.wanted.differences(from: found))
      ).problem
    }
    try await cloud.at(found.scope).replaceIntegration(
      found.id, with: look.wanted.definition.keeping(found))
    return ActionResult(result: "Put integration \(found.shownID) right.")
  }
}
