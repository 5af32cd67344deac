import Core

/// What a look through Blynk's Platform API can find wrong.
enum PlatformProblem: Explained {
  case noTemplate(String, names: [String])
  case datastreams([Phrase])
  case noDevice(template: String)
  case noWebhook(wanted: String, found: String?)
  case webhooks([Int])
  case webhook(Int, [Phrase])
  /// A device needs an owner, and which of several it should be is the person's to say.
  case owners([Phrase])

  static let deviceMissing = "blynk-device-missing"

  var problem: Problem {
    switch self {
    case .noTemplate, .datastreams, .noDevice, .owners: templateProblem
    case .noWebhook, .webhooks, .webhook: webhookProblem
    }
  }

  private var templateProblem: Problem {
    switch self {
    case .noTemplate(let name, let names):
      Problem(
        code: "blynk-template-missing", title: "Blynk has no template of that name",
        attempt: "I looked for \(name) among the templates of your organization:",
        evidence: names.isEmpty ? ["there is none"] : Phrase.verbatim(names),
        causes: Wording.nearest(name, among: names).map { "Did you mean \($0)?" } ?? "",
        next: "Make it, or give me its name as it stands there.", outcome: .finding)
    case .datastreams(let differences):
      Problem(
        code: "blynk-datastream-differs", title: "A datastream is not as the guide wants it",
        attempt: "I compared the template's datastreams field by field:", evidence: differences,
        next: "Mend them in the template, press Save And Apply, then check again.",
        outcome: .finding)
    case .noDevice(let template):
      Problem(
        code: PlatformProblem.deviceMissing, title: "Blynk has no device of this template",
        attempt: "I looked through the devices of your organization:",
        evidence: ["none is of the template \(template) and has the Particle device's name"],
        causes: "Several devices of one template are told apart by their names.",
        next: "Make the device, or give it the Particle device's name, then check again.",
        outcome: .finding)
    default:
      Problem(
        code: "blynk-owner-unknown", title: "Somebody has to own the device",
        attempt: "I wanted to make the device, and your organization has several users:",
        evidence: owners, next: "Make it by hand, as the one who shall own it.", outcome: .finding)
    }
  }

  private var owners: [Phrase] { if case .owners(let users) = self { users } else { [] } }

  private var webhookProblem: Problem {
    switch self {
    case .noWebhook(let wanted, let found):
      Problem(
        code: "webhook-missing", title: "No webhook of Blynk's calls this device",
        attempt: "I looked through the webhooks of your organization for this URL:",
        evidence: [Phrase(verbatim: wanted)]
          + (found.map { ["\(WebhookForm.name) calls \($0)"] } ?? []),
        causes: found == nil ? "" : "Does its URL name another device, or another function?",
        next: "Make it, or put its URL right, then check again.", outcome: .finding)
    case .webhooks(let ids):
      Problem(
        code: "webhook-duplicate", title: "Several webhooks call this device",
        attempt: "Each of them calls the device at every change of its datastream:",
        evidence: ids.map { "webhook \($0)" }, next: "Delete all but one, then check again.",
        outcome: .finding)
    case .webhook(let id, let differences):
      Problem(
        code: "webhook-differs", title: "Blynk's webhook differs from the guide",
        attempt: "I compared webhook \(id) field by field:", evidence: differences,
        next: "Edit those fields in Blynk's console, then check again.", outcome: .finding)
    default: templateProblem
    }
  }
}
