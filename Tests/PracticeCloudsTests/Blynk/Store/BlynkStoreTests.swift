import Foundation
import Testing

@testable import PracticeClouds

@Suite("BlynkStore")
struct BlynkStoreTests {
  private static let now = Date(timeIntervalSince1970: 1_784_629_800)

  /// A store whose blueprint is used, with a webhook on V16.
  private func store(_ faults: Faults = Faults()) -> BlynkStore {
    var chance = PracticeChance(seed: 7)
    let account = BlynkAccount(chance: &chance)
    let time = PracticeTime(now: { BlynkStoreTests.now }, wait: { _ in })
    let context = BlynkContext(settings: BlynkPracticeSettings(), faults: faults, time: time)
    var store = BlynkStore(account: account, chance: chance, context: context)
    store.useBlueprint()
    store.addWebhook(BlynkWebhook(name: "w", pin: 16, url: "https://example.com/"))
    _ = store.takeChange()
    return store
  }

  private func write(_ pin: Int, _ value: Int32, in store: BlynkStore) -> [DatastreamWrite] {
    let stream = store.account.template?.stream(on: BlynkPin(.virtual, pin))
    return stream.map { [DatastreamWrite(stream: $0, value: .integer(value))] } ?? []
  }

  @Test("a write is stored, and the calls it sets off are handed out once, in order")
  func due() {
    var store = store()
    for value in [Int32(1), 0] {
      store.write(write(16, value, in: store), toDeviceAt: 0, firing: true)
    }
    store.write(write(17, 1, in: store), toDeviceAt: 0, firing: true)
    store.write(write(16, 1, in: store), toDeviceAt: 0, firing: false)
    let due = store.takeDueCalls()
    #expect(due.map { $0.values.values["device_pinValue"] } == ["1", "0"])
    let left = store.takeDueCalls()
    #expect(left.isEmpty)
    #expect(store.account.webhooks.map(\.attempts) == [2])
    #expect(store.account.device?.readings[16]?.value == .integer(1))
  }

  @Test("what a person builds is a change, told once; values and calls are none")
  func changes() {
    var store = store()
    store.write(write(16, 1, in: store), toDeviceAt: 0, firing: true)
    store.finish(callOf: "w", .answered(status: 500))
    store.countMessage()
    _ = store.addGrant()
    var told = [store.takeChange()]
    store.updateTemplate(at: 0) { $0.name = "another" }
    told += [store.takeChange(), store.takeChange()]
    #expect(told == [false, true, false])
  }

  @Test("a refresh token is good for one use")
  func refresh() {
    var store = store()
    let token = store.addGrant().refreshToken ?? ""
    let used = [store.useUp(refreshToken: token), store.useUp(refreshToken: token)]
    #expect(used == [true, false])
  }
}
