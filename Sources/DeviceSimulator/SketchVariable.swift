/// The value of a cloud variable.
package enum SketchVariable: Sendable, Hashable {
  case int(Int32)
  case double(Double)
  case string(String)
  case bool(Bool)

  /// The type as Particle's device list names it (particle:variable-types).
  package var typeName: String {
    switch self {
    case .int: "int32"
    case .double: "double"
    case .string: "string"
    case .bool: "bool"
    }
  }
}
