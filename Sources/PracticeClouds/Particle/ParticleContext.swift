import HTTP

/// What Particle's practice cloud is given at its start, and all of its parts work with.
final class ParticleContext: Sendable {
  let settings: ParticlePracticeSettings
  let faults: Faults
  let time: PracticeTime
  let transport: Transport
  let compiler: HostCompilation.Compiler
  /// Told after each change of the account's structure, before the reply goes out.
  let onChange: @Sendable () async -> Void

  init(
    settings: ParticlePracticeSettings, faults: Faults, time: PracticeTime, transport: Transport,
    compiler: @escaping HostCompilation.Compiler, onChange: @escaping @Sendable () async -> Void
  ) {
    self.settings = settings
    self.faults = faults
    self.time = time
    self.transport = transport
    self.compiler = compiler
    self.onChange = onChange
  }

  /// The moment, as the cloud writes it.
  var timestamp: String { PracticeTime.stamp(time.now()) }
}
