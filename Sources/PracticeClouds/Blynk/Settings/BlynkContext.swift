/// What every part of Blynk's practice cloud goes by: its settings, the faults that are on, which
/// Particle's practice cloud looks at too, and the clock.
struct BlynkContext: Sendable {
  let settings: BlynkPracticeSettings
  let faults: Faults
  let time: PracticeTime
}
