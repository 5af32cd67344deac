/// The members of a JSON object, in their order.
package struct JSONObject: Sendable {
  /// A name with its value, as they stand in the object.
  package struct Member: Sendable, Equatable {
    /// Unescaped; no other member of the object has it.
    package var name: String
    /// Any JSON; an explicit `null` is a value too.
    package var value: JSONValue

    /// A member of this name.
    package init(name: String, value: JSONValue) { (self.name, self.value) = (name, value) }
  }

  /// Of more members than these it is kept where each stands: looking through them for each new one
  /// would let a single request keep a processor busy for minutes.
  private static let lookLimit = 32

  /// In the order in which they came.
  package private(set) var members: [Member] = []
  /// Empty until there are many.
  private var places: [String: Int] = [:]

  /// Of two members with one name the last one counts, at the place of the first.
  package init(_ members: [(name: String, value: JSONValue)] = []) {
    for member in members { self[member.name] = member.value }
  }

  /// The value of a name; setting nil takes the member out.
  package subscript(_ name: String) -> JSONValue? {
    get { place(of: name).map { members[$0].value } }
    set {
      switch (place(of: name), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil):
        members.remove(at: place)
        findPlaces()
      case (nil, let value?):
        members.append(Member(name: name, value: value))
        if places.isEmpty { findPlaces() } else { places[name] = members.count - 1 }
      case (nil, nil): break
      }
    }
  }

  private func place(of name: String) -> Int? {
    places.isEmpty ? members.firstIndex { $0.name == name } : places[name]
  }

  private mutating func findPlaces() {
    places = [:]
    guard members.count > JSONObject.lookLimit else { return }
    for (place, member) in members.enumerated() { places[member.name] = place }
  }
}

extension JSONObject: Equatable {
  package static func == (one: JSONObject, other: JSONObject) -> Bool {
    one.members == other.members
  }
}
