import Core
import HTTP

extension BlynkCloud {
  /// Logs an event of the template (blynk:log-event, blynk:log-event-limits); `eventUnknown` when
  /// it has none of that code. At most 100 a day, a second apart; the description holds 300
  /// characters.
  package func logEvent(_ code: String, description: String? = nil) async throws {
    var items = [QueryItem("code", MaskedText(code))]
    if let description { items.append(QueryItem("description", MaskedText(description))) }
    _ = try await ask("logEvent", items)
  }

  /// Sets a property, such as `label` or `color`, of every widget on the pin
  /// (blynk:widget-property). It is no proof that there is one.
  package func setProperty(_ property: String, of pin: Pin, to value: String) async throws {
    let items = [QueryItem("pin", MaskedText("\(pin)")), QueryItem(property, MaskedText(value))]
    _ = try await ask("update/property", items, about: [pin])
  }

  /// A metadata field of the device, by number (blynk:meta-field); `metaFieldMissing` when there is
  /// none.
  package func metaField(_ id: Int) async throws -> MetaField {
    try await ask("device/meta", [QueryItem("metaFieldId", MaskedText("\(id)"))]).decoded()
  }

  /// Writes a metadata field by number (blynk:meta-field).
  package func setMetaField(_ id: Int, to value: String) async throws {
    try await setMetaField(QueryItem("metaFieldId", MaskedText("\(id)")), value)
  }

  /// Writes a metadata field by name, whose case counts (blynk:meta-field).
  package func setMetaField(named name: String, to value: String) async throws {
    try await setMetaField(QueryItem("metaFieldName", MaskedText(name)), value)
  }

  private func setMetaField(_ field: QueryItem, _ value: String) async throws {
    _ = try await ask("device/meta/update", [field, QueryItem("value", MaskedText(value))])
  }

  /// Has Blynk export the history, and gives the address of the file (blynk:export-history,
  /// blynk:export-limit); `noData` when there is nothing. At most 10 a day and device; the file is
  /// there for 45 days.
  package func export(_ query: HistoryQuery = HistoryQuery()) async throws -> String {
    struct Export: Decodable { var link: String }
    let export: Export = try await ask(
      "data/get", query.items, about: query.pin.map { [$0] } ?? []
    ).decoded()
    return export.link
  }

  /// More points than these are refused in one call (blynk:import-refused).
  package static let pointLimit = 10_000

  /// Puts values of the past into one stream (blynk:import-points). How old they may be and how
  /// many a day, the reference says twice and differently (blynk:import-age).
  package func upload(_ points: [HistoryPoint], to pin: Pin) async throws {
    _ = try await ask(
      "batch/update", [QueryItem("pin", MaskedText("\(pin)"))], about: [pin], .post,
      body: .json(writing: points))
  }
}
