import HTTP
import ParticleAPI
import Testing

@testable import RoundTrip

@Suite("What the lists of integrations say")
struct IntegrationFindingTests {
  static let right = Integration(
    id: "a1", name: "right", event: "blynk_https_get", url: World.plan.integration.url,
    requestType: "GET", query: World.plan.integration.query, noDefaults: true)

  static func finding(_ all: [Integration], product: String? = nil) -> IntegrationFinding {
    IntegrationFinding(
      IntegrationSurvey(
        all, looked: [.sandbox] + (product.map { [.product($0)] } ?? []), product: product),
      World.plan.wanted)
  }

  static func with(_ change: (inout Integration) -> Void) -> Integration {
    var one = right
    change(&one)
    return one
  }

  @Test("right wherever it lives; two of them, in whatever places, are a duplicate")
  func right() {
    var inProduct = Self.right
    (inProduct.id, inProduct.scope) = ("b2", .product("10000"))
    #expect(Self.finding([inProduct], product: "10000") == .right([inProduct]))
    #expect(Self.finding([Self.right, inProduct]) == .right([Self.right, inProduct]))
    #expect(inProduct.shownID == "b2 in product 10000")
  }

  @Test("one that fires on the event and goes elsewhere is nobody's duplicate")
  func strangers() {
    let log = Self.with { $0 = Integration(id: "l", event: "blynk", url: "https://log.example/x") }
    let other = Integration(id: "g", kind: "GoogleCloudPubSub", event: "blynk_https_get")
    #expect(Self.finding([log, Self.right, other]) == .right([Self.right]))
    let cause = Self.finding([log]).cause
    #expect(cause?.cause == .integrationMissing)
    #expect(cause?.evidence.english.contains("looked at: the sandbox") == true)
    #expect(cause?.evidence.english.contains("not for Blynk: \"l\"") == true)
  }

  @Test("a place that refuses is named, and no none is said of it")
  func unseen() {
    let error = ParticleError.notAllowed(SurveyWitness.any)
    let survey = IntegrationSurvey(
      [], looked: [.sandbox],
      refused: [.init(place: "product 7", status: 403, matters: true, error: error)], product: "7")
    let cause = IntegrationFinding(survey, World.plan.wanted).cause
    #expect(cause?.cause == .particleTokenScope)
    #expect(cause?.evidence.english.contains("not looked at: product 7 (403)") == true)
  }

  /// What is changed in the right one, the cause, and what the evidence shows.
  static let rows: [(Integration, Cause, String)] = [
    (with { $0.disabled = true }, Cause.integrationDisabled, "\"right\" as disabled"),
    (
      with { $0.event = "blynk_https_get " }, .integrationWrongEvent,
      "\"blynk_https_get \", not \"blynk_https_get\" (there is a blank at its end)"
    ),
    (with { $0.event = "Blynk_https_get" }, .integrationWrongEvent, "only the capitals differ"),
    (
      with { $0.url = "https://fra1.blynk.cloud/external/api/batch/update" },
      .integrationWrongURL,
      "fra1"
    ),
    (with { $0.noDefaults = nil }, .integrationDefaultFields, "noDefaults"),
    (with { $0.query["V17"] = "{{{v71}}}" }, .integrationWrongField, "\"{{{v71}}}\", not"),
    (with { $0.query["V17"] = "{{{v17}}} " }, .integrationWrongField, "a blank at its end"),
    (
      with {
        $0.query["V17"] = nil
        $0.query["V17 "] = "{{{v17}}}"
      }, .integrationWrongField, "query name: \"V17 \""
    ),
    (with { $0.deviceID = "e99f" }, .integrationWrongField, "deviceID: \"e99f\""),
    (
      with {
        $0.disabled = true
        $0.scope = .product("10000")
      }, .integrationDisabled, "\"right\" in product 10000"
    ),
    (
      with {
        $0.noDefaults = nil
        $0.scope = .product("10000")
      }, .integrationDefaultFields, "\"right\" in product 10000"
    ),
  ]

  @Test("each difference has the cause that it has in a trip", arguments: rows)
  func causes(one: Integration, cause: Cause, evidence: String) {
    let found = Self.finding([one]).cause
    #expect(found?.cause == cause)
    #expect(found?.evidence.english.contains(evidence) == true, "\(String(describing: found))")
  }

  @Test("rows in the URL count like the others; the setup's own token may stand there")
  func inURL() {
    let rows = Self.right.query.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "&")
    let all = Self.with {
      $0.url = World.plan.integration.url + "?" + rows
      $0.query = [:]
    }
    #expect(Self.finding([all]) == .right([all]))
    let fixed = Self.with {
      $0.url = World.plan.integration.url + "?token=mine-mine"
      $0.query["token"] = nil
    }
    #expect(Self.finding([fixed]).cause?.cause == .integrationWrongField)
    #expect(Self.finding([fixed]).cause?.evidence.english.contains("mine-mine") == false)
    let plan = World.plan.knowing { $0 == "mine-mine" }
    #expect(IntegrationFinding(IntegrationSurvey([fixed]), plan.wanted) == .right([fixed]))
  }

  @Test("a row that the event cannot fill is told with what lacks, and no other")
  func emptyRows() {
    let one = Self.with {
      $0.query["V16"] = "{{{v17}}}"
      $0.query["V3"] = "{{{lon}}},{{{lat}}}"
    }
    let keys: Set = ["t", "v14", "v15", "v17"]
    let survey = IntegrationSurvey([one])
    #expect(
      IntegrationFinding.emptyRow(survey, World.plan.wanted, keys: keys)?.english
        == "The integration fills V3 from \"{{{lon}}},{{{lat}}}\", and the event has no "
        + "\"lon\" and \"lat\".")
    #expect(
      IntegrationFinding.emptyRow(
        IntegrationSurvey([Self.right]), World.plan.wanted, keys: keys) == nil)
  }

  @Test("what only the guide wants otherwise is a blemish: the loop's row first")
  func blemishes() {
    let loop = Self.with { $0.query["V16"] = "{{{v17}}}" }
    #expect(IntegrationFinding.blemish(loop, World.plan.wanted)?.cause == .loopV16)
    let lax = Self.with { $0.rejectUnauthorized = false }
    #expect(IntegrationFinding.blemish(lax, World.plan.wanted)?.cause == .integrationWrongField)
    #expect(IntegrationFinding.blemish(Self.right, World.plan.wanted) == nil)
  }
}

/// An exchange for refusals that are made up.
enum SurveyWitness {
  static let any = ExchangeExcerpt(Request(.get, "https://p.example"), Response(status: 403))
}
