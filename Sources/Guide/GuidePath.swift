/// The two ways through a guide.
package enum GuidePath: String, Sendable, Codable, CaseIterable {
  case blueprint
  case manual
}
