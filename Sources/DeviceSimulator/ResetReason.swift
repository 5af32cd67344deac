/// Why a device started again, in the words of the event `spark/device/last_reset`
/// (particle:event-last-reset).
package enum ResetReason: String, Sendable, CaseIterable {
  case powerDown = "power_down"
  case pinReset = "pin_reset"
  case user
  case update
  case safeMode = "safe_mode"
  case watchdog
  case panic
}
