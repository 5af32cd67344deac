import Core
import Testing
import Walkthrough

@testable import Capabilities

@Suite("What Blynk's Platform API shows, and makes")
struct PlatformChecksTests {
  private static let url = "https://api.particle.io/v1/devices/e00fce68aabbccddeeff0011/blynk_led"

  private static func webhook(
    _ id: Int = 7, url: String = PlatformChecksTests.url, method: String = "POST",
    body: String = #"{\"args\":\"{device_pinValue}\"}"#
  ) -> String {
    #"{"id":\#(id),"name":"particle-http-api","trigger":"DEVICE_DATASTREAM_UPDATE","url":"\#(url)","#
      + #""method":"\#(method)","contentType":"JSON","authType":"NONE","body":"\#(body)"}"#
  }

  @Test("without a client none of it can be seen, and no device be made")
  func noClient() throws {
    let bench = PlatformBench(PlatformOrganization(), client: false)
    #expect(PlatformChecks.all.allSatisfy { !bench.reaches($0) })
    #expect(bench.reaches(CapabilityTable.check("blynk.token-works")))
    #expect(!bench.reaches(CapabilityTable.act("blynk.device.create")))
    #expect(bench.reaches(CapabilityTable.act("particle.integration.create")))
  }

  @Test("with one the device can be made; what is not documented stays the person's")
  func client() throws {
    let bench = PlatformBench(PlatformOrganization())
    #expect(PlatformChecks.all.allSatisfy { bench.reaches($0) })
    #expect(bench.reaches(CapabilityTable.act("blynk.device.create")))
    for act in ["blynk.template.create", "blynk.datastream-v16.create", "blynk.webhook.create"] {
      #expect(!bench.reaches(CapabilityTable.act(act)))
    }
  }

  @Test("the template is found by its name, and its Template ID is learned")
  func template() async throws {
    var bench = PlatformBench(PlatformOrganization())
    #expect(
      await bench.check("blynk.template-there").seen?.facts
        == ["blynk.template_id": .plain("TMPL84aMXD6vd")])
    bench.keep("blynk.template_name", "Particle Device Integration")
    let other = await bench.check("blynk.template-there")
    #expect(other.code == "blynk-template-missing")
    #expect(other.evidence == ["ParticleDeviceIntegration"])
  }

  @Test("the five datastreams are compared field by field, as far as the API shows them")
  func datastreams() async throws {
    let bench = PlatformBench(PlatformOrganization())
    #expect(await bench.check("blynk.template-fields").seen != nil)
    let odd = PlatformBench(
      PlatformOrganization { state in
        state.streams[1] = #""pin":14,"type":"DOUBLE","isRaw":false,"defaultValue":5"#
        state.streams[4] = #""pin":18,"type":"INT""#
      })
    let strict = await odd.check("blynk.template-fields")
    #expect(strict.code == "blynk-datastream-differs")
    #expect(
      strict.evidence == [
        "V14 DATA TYPE: DOUBLE, should be INT", "V14 IS RAW: off, should be on",
        "V14 DEFAULT VALUE: 5, should be 0", "V17: there is no such datastream",
      ])
    #expect(
      await odd.check("blynk.template-pins").evidence == [
        "V14 DATA TYPE: DOUBLE, should be INT", "V17: there is no such datastream",
      ])
  }

  @Test("the device is made once, with an owner, and its AuthToken is kept as a secret")
  func device() async throws {
    let organization = PlatformOrganization()
    let bench = PlatformBench(organization)
    #expect(await bench.check("blynk.device-there").code == "blynk-device-missing")
    let offer = try await bench.preview("blynk.device.create")
    #expect(
      offer?.rows == [
        ["TEMPLATE", "ParticleDeviceIntegration"], ["DEVICE NAME", "bench-boron"],
        ["owner", "jo@example.com"],
      ])
    #expect(organization.now.devices.isEmpty)
    let deed = try await bench.perform("blynk.device.create")
    #expect(deed.made == MadeObject(kind: "blynk.device", id: "1"))
    let token = Secret(PlatformOrganization.token, name: "blynk.auth_token")
    #expect(deed.facts == ["blynk.auth_token": .secret(token)])
    #expect(!deed.result.english.contains(PlatformOrganization.token))
    let again = try await bench.perform("blynk.device.create")
    #expect(again.made == nil && again.facts == deed.facts)
    #expect(organization.now.devices.map(\.name) == ["bench-boron"])
    #expect(await bench.check("blynk.device-there").seen?.facts == deed.facts)
  }

  @Test("a device whose making was cut off before it was written down is ours to take away")
  func cutOff() async throws {
    let organization = PlatformOrganization()
    var bench = PlatformBench(organization)
    bench.events.append(
      .checkFailed(step: "activation/device", code: PlatformProblem.deviceMissing))
    _ = try await bench.perform("blynk.device.create")
    let again = try await bench.perform("blynk.device.create")
    #expect(again.made == MadeObject(kind: "blynk.device", id: "1"))
    #expect(organization.now.devices.count == 1)
  }

  @Test("which of several users shall own it, is the person's to say")
  func owners() async throws {
    let organization = PlatformOrganization { $0.users.append((id: 880, email: "al@example.com")) }
    let bench = PlatformBench(organization)
    await #expect(throws: Problem.self) {
      try await bench.perform("blynk.device.create")
    }
    #expect(organization.now.devices.isEmpty)
  }

  @Test("of several devices of the template it takes the one with the Particle device's name")
  func which() async throws {
    let named = PlatformOrganization { state in
      state.devices = [
        .init(id: 4, name: "attic", template: 605),
        .init(id: 5, name: "bench-boron", template: 605),
        .init(id: 6, name: "bench-boron", template: 9),
      ]
    }
    #expect(
      await PlatformBench(named).check("blynk.device-there").seen?.evidence
        == "Blynk has the device bench-boron, number 5.")
    let others = PlatformOrganization { state in
      state.devices = ["attic", "cellar"].enumerated()
        .map { .init(id: $0.offset, name: $0.element, template: 605) }
    }
    #expect(
      await PlatformBench(others).check("blynk.device-there").code == "blynk-device-missing")
  }

  @Test("what was made is taken away again, newest first, and twice is no failure")
  func unmade() async throws {
    let organization = PlatformOrganization()
    let bench = PlatformBench(organization)
    let deed = try await bench.perform("blynk.device.create")
    let unmaking = Teardown(clouds: bench.clouds)
    let object = try #require(deed.made)
    #expect(Teardown.words(object) == "Blynk's device 1")
    #expect(try await unmaking.unmake(object) == "deleted")
    #expect(organization.now.devices.isEmpty)
    #expect(try await unmaking.unmake(object) == "was gone already")
  }

  @Test("Blynk's webhook is compared as far as the API shows it")
  func webhooks() async throws {
    func check(_ webhooks: String...) async throws -> (code: String?, evidence: [String]) {
      let found = await PlatformBench(PlatformOrganization { $0.webhooks = webhooks })
        .check("blynk.webhook-right")
      return (found.code, found.evidence)
    }
    #expect(try await check(Self.webhook()).code == nil)
    #expect(try await check().code == "webhook-missing")
    #expect(try await check(Self.webhook(), Self.webhook(8)).code == "webhook-duplicate")
    let elsewhere = try await check(Self.webhook(url: "https://example.com/blynk_led"))
    #expect(elsewhere.code == "webhook-missing")
    #expect(
      elsewhere.evidence == [Self.url, "particle-http-api calls https://example.com/blynk_led"])
    let odd = try await check(Self.webhook(method: "GET", body: #"{\"args\":{device_pinValue}}"#))
    #expect(odd.code == "webhook-differs")
    #expect(
      odd.evidence == [
        "REQUEST TYPE: GET, should be POST",
        #"the box below it: {"args":{device_pinValue}}, should be {"args":"{device_pinValue}"}"#,
      ])
  }
}
