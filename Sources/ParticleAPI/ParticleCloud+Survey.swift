import Core
import HTTP

extension ParticleCloud {
  /// More organizations than these are not looked into, nor more integrations on one event.
  package static let surveyLimit = 10

  /// Looks for a device's integrations wherever they may be: the sandbox, the device's product and
  /// the account's organizations. A place that refuses is told apart from one that has none.
  ///
  /// Organizations' integrations fire for products only, so for a device outside of any they are
  /// looked at last, when nothing else was found.
  ///
  /// - Parameters:
  ///   - event: those that fire on it are asked for whole, as a list leaves fields out
  ///     (particle:hook-listed).
  ///   - asking: called before each request.
  ///   - isEnough: asked after each place, whether the further ones can be left out.
  package func survey(
    of device: String, event: String, asking: @escaping @Sendable () async -> Void = {},
    isEnough: @escaping @Sendable (IntegrationSurvey) -> Bool = { _ in false }
  ) async throws -> IntegrationSurvey {
    var surveyor = Surveyor(
      cloud: at(.sandbox), device: device, event: event, asking: asking, isEnough: isEnough)
    try await surveyor.run()
    return surveyor.survey
  }
}

/// A survey under way.
private struct Surveyor {
  let cloud: ParticleCloud
  let device: String
  let event: String
  let asking: @Sendable () async -> Void
  let isEnough: @Sendable (IntegrationSurvey) -> Bool
  var survey = IntegrationSurvey(looked: [])

  mutating func run() async throws {
    let device = device
    try await look(into: .sandbox, matters: true)
    if isEnough(survey) { return }
    survey.product =
      try await ask("the device's product", matters: true) { try await $0.device(device) }?.product
    if let product = survey.product {
      // An API user of the product sees nothing else.
      for index in survey.refused.indices { survey.refused[index].matters = false }
      try await look(into: .product(product), matters: true)
      if isEnough(survey) { return }
    }
    let isFound = survey.integrations.contains { $0.fires(on: event, of: device) }
    if survey.product != nil || !isFound {
      for organization in try await organizations() {
        try await look(into: .organization(organization), matters: survey.product != nil)
      }
    }
    survey.isThorough = true
  }

  private mutating func look(into place: IntegrationScope, matters: Bool) async throws {
    let found = try await ask(place.words, matters: matters) {
      try await $0.at(place).integrations()
    }
    guard let found else { return }
    let known = Set(survey.integrations.map(\.id))
    survey.integrations += found.filter { !known.contains($0.id) }
    survey.looked.append(place)
    try await complete(place)
  }

  /// The account's organizations, by what a path names them (particle:organization-routes).
  private mutating func organizations() async throws -> [String] {
    let reply = try await ask("the organizations", matters: false) {
      try await $0.ask(.get, ["orgs"])
    }
    guard let list: OrganizationList = try? reply?.json() else { return [] }
    return Array(list.names.prefix(ParticleCloud.surveyLimit))
  }

  private mutating func complete(_ place: IntegrationScope) async throws {
    let lacking = survey.integrations.indices.filter { index in
      let one = survey.integrations[index]
      return one.scope == place && one.fires(on: event, of: device)
        && (one.query.isEmpty || one.noDefaults == nil)
    }
    var gone: Set<String> = []
    for index in lacking.prefix(ParticleCloud.surveyLimit) {
      let one = survey.integrations[index]
      await asking()
      do {
        survey.integrations[index] = try await cloud.at(one.scope).integration(one.id)
      } catch ParticleError.integrationUnknown {
        gone.insert(one.id)
      }
    }
    survey.integrations.removeAll { gone.contains($0.id) }
  }

  /// Asks; where the cloud does not let this token look, that is noted, and no error.
  private mutating func ask<Value>(
    _ place: Phrase, matters: Bool, _ question: (ParticleCloud) async throws -> Value
  ) async throws -> Value? {
    await asking()
    do {
      return try await question(cloud)
    } catch let error as ParticleError where error.isClosedDoor {
      survey.refused.append(
        .init(place: place, status: error.witness.status, matters: matters, error: error))
      return nil
    }
  }
}

/// The organizations of an account. Their shape is not documented: a list, bare or wrapped, of
/// members with a slug or an id is taken.
struct OrganizationList: Decodable {
  let names: [String]

  init(from decoder: any Decoder) throws {
    let json = try LooseJSON(from: decoder)
    let members = json.object
    let list = json.list ?? members?["organizations"]?.list ?? members?["orgs"]?.list
    names = (list ?? []).compactMap { member in
      member.text ?? member.object?["slug"]?.text ?? member.object?["id"]?.text
    }
  }
}
