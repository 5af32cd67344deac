import Foundation

/// Holds JSON against a JSON Schema: the part of the language that ours is written in. What it does
/// not know, it does not let pass.
package struct SchemaCheck: Sendable {
  private typealias Object = [String: Any]

  private let text: String

  package init(file: String) throws {
    text = try String(contentsOfFile: file, encoding: .utf8)
  }

  /// What does not fit, each with its place; empty when all of it does.
  package func faults(in json: String) throws -> [String] {
    let schema = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let value = try JSONSerialization.jsonObject(
      with: Data(json.utf8), options: [.fragmentsAllowed])
    return Walk(root: schema as? Object ?? [:]).faults(value, schema as? Object ?? [:], "")
  }

  /// The texts of an `enum` in it, such as `$defs.cause`.
  package func texts(at path: String) throws -> [String] {
    var place = try JSONSerialization.jsonObject(with: Data(text.utf8))
    for key in path.split(separator: ".") { place = (place as? Object)?[String(key)] ?? 0 }
    return ((place as? Object)?["enum"] as? [Any] ?? []).compactMap { $0 as? String }
  }

  private struct Walk {
    let root: Object

    func faults(_ value: Any, _ schema: Object, _ place: String) -> [String] {
      schema.sorted { $0.key < $1.key }.flatMap { faults(value, $0.key, $0.value, schema, place) }
    }

    private func faults(
      _ value: Any, _ key: String, _ rule: Any, _ schema: Object, _ place: String
    ) -> [String] {
      switch key {
      case "$schema", "$id", "$defs", "title", "description", "format", "then", "else": return []
      case "$ref": return faults(value, definition(rule), place)
      case "allOf": return objects(rule).flatMap { faults(value, $0, place) }
      case "anyOf":
        return objects(rule).contains { faults(value, $0, place).isEmpty } ? [] : ["\(place): none"]
      case "if":
        let holds = faults(value, rule as? Object ?? [:], place).isEmpty
        return faults(value, schema[holds ? "then" : "else"] as? Object ?? [:], place)
      case "type", "enum", "const", "pattern", "minimum":
        return fits(value, key, rule) ? [] : ["\(place): \(value) is not of \(key) \(rule)"]
      case "required", "properties", "additionalProperties":
        return (value as? Object).map { members($0, key, rule, schema, place) } ?? []
      case "items", "prefixItems", "minItems", "maxItems", "contains":
        return (value as? [Any]).map { elements($0, key, rule, schema, place) } ?? []
      default: return ["\(place): the check does not know \(key)"]
      }
    }

    private func definition(_ reference: Any) -> Object {
      let name = (reference as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
      return (root["$defs"] as? Object)?[name] as? Object ?? ["enum": []]
    }

    private func objects(_ rule: Any) -> [Object] { rule as? [Object] ?? [] }

    private func fits(_ value: Any, _ key: String, _ rule: Any) -> Bool {
      switch key {
      case "type":
        let types = rule as? [String] ?? [rule as? String ?? ""]
        return types.contains { isOf($0, value) }
      case "enum": return (rule as? [Any] ?? []).contains { isSame($0, value) }
      case "const": return isSame(rule, value)
      case "pattern":
        guard let text = value as? String else { return true }
        return text.range(of: rule as? String ?? "", options: .regularExpression) != nil
      default:
        guard let number = value as? NSNumber else { return true }
        return number.doubleValue >= (rule as? NSNumber)?.doubleValue ?? .infinity
      }
    }

    private func isOf(_ type: String, _ value: Any) -> Bool {
      switch type {
      case "string": value is String
      case "object": value is Object
      case "array": value is [Any]
      case "null": value is NSNull
      case "number": value is NSNumber
      case "integer":
        (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
      default: false
      }
    }

    private func isSame(_ left: Any, _ right: Any) -> Bool {
      (left as? NSObject).map { $0.isEqual(right) } ?? ("\(left)" == "\(right)")
    }

    private func members(
      _ value: Object, _ key: String, _ rule: Any, _ schema: Object, _ place: String
    ) -> [String] {
      let properties = schema["properties"] as? Object ?? [:]
      switch key {
      case "required":
        return (rule as? [String] ?? []).filter { value[$0] == nil }.map {
          "\(place)/\($0): missing"
        }
      case "properties":
        return value.sorted { $0.key < $1.key }.flatMap { name, member in
          faults(member, properties[name] as? Object ?? [:], "\(place)/\(name)")
        }
      default:
        return value.keys.filter { properties[$0] == nil }.sorted().map { "\(place)/\($0): extra" }
      }
    }

    private func elements(
      _ value: [Any], _ key: String, _ rule: Any, _ schema: Object, _ place: String
    ) -> [String] {
      let count = (rule as? NSNumber)?.intValue ?? 0
      let first = schema["prefixItems"] as? [Object] ?? []
      switch key {
      case "minItems": return value.count >= count ? [] : ["\(place): \(value.count) items"]
      case "maxItems": return value.count <= count ? [] : ["\(place): \(value.count) items"]
      case "contains":
        let fits = value.contains { faults($0, rule as? Object ?? [:], place).isEmpty }
        return fits ? [] : ["\(place): holds none of \(rule)"]
      case "prefixItems":
        return zip(value, first).enumerated().flatMap {
          faults($0.element.0, $0.element.1, "\(place)/\($0.offset)")
        }
      default:
        let rest = Array(value.dropFirst(first.count))
        guard let items = rule as? Object else { return rest.map { "\(place): \($0) is too much" } }
        return rest.enumerated().flatMap {
          faults($0.element, items, "\(place)/\(first.count + $0.offset)")
        }
      }
    }
  }
}
