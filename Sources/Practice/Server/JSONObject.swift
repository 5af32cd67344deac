/// The members of a JSON object, in their order.
package struct JSONObject: Sendable, Equatable {
  package struct Member: Sendable, Equatable {
    package var name: String
    package var value: JSONValue
  }

  package private(set) var members: [Member] = []

  /// Of two members with one name the last one counts, at the place of the first.
  package init(_ members: [(name: String, value: JSONValue)] = []) {
    for member in members { self[member.name] = member.value }
  }

  /// The value of a name; setting nil takes the member out.
  package subscript(_ name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}
