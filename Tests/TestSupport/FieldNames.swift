import HTTP

/// The names of all fields of a JSON text, path by path; a list counts as its first member.
package struct FieldNames: Sendable {
  /// Inside of these names are data, or not documented.
  private static let maps: Set = ["variables", "query", "counters", "metaFieldValues"]

  package let names: Set<String>

  package init(_ bytes: [UInt8]) {
    names = (try? JSONReader.read(bytes)).map { FieldNames.names($0, "") } ?? []
  }

  private static func names(_ node: JSONNode, _ path: String) -> Set<String> {
    switch node {
    case .object(let members):
      members.reduce(into: []) { found, member in
        found.insert("\(path)/\(member.name)")
        if maps.contains(member.name) { return }
        found.formUnion(names(member.value, "\(path)/\(member.name)"))
      }
    case .list(let nodes): nodes.first.map { names($0, "\(path)[]") } ?? []
    default: []
    }
  }
}
