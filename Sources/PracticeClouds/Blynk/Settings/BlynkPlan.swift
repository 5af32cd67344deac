/// What the account pays for, as far as it makes a difference here (blynk:plan-differences).
package enum BlynkPlan: String, Sendable, CaseIterable {
  case free
  case pro
  /// One of the plans that have the Platform API.
  case production

  /// Webhooks in the organization.
  var webhooks: Int { self == .free ? 1 : 100 }
  /// Messages a month; nil is no limit.
  var messages: Int? { self == .free ? 100_000 : nil }
  var templates: Int { self == .free ? 10 : 50 }
  var devices: Int { self == .free ? 5 : 50 }
  /// Datastreams in a template.
  var datastreams: Int { self == .free ? 50 : 200 }
  /// Metadata fields in a template.
  var metaFields: Int { self == .free ? 5 : 20 }
  /// Files that each device may upload (blynk:upload-file).
  var files: Int { self == .free ? 0 : 10 }
  /// Prototype, Production and Enterprise have it; PRO is not named (blynk:platform-plans).
  var hasPlatformAPI: Bool { self == .production }
}
