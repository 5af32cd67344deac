import Foundation

/// The targets of a `Package.swift`, as far as their dependencies go; read as text, as the package
/// manager cannot be asked while it runs the tests.
struct Manifest {
  struct Target {
    let name: String
    /// The folder with its sources.
    let folder: String
    /// Modules, by their names.
    let dependencies: [String]
  }

  let targets: [Target]

  init(_ text: String) {
    let code = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    let products = Manifest.products(in: code)
    let calls = /(?:\b(library|tests)|\.(target|executableTarget))\(\s*(?:name: )?"([^"\\]+)"/
    targets = code.matches(of: calls).map { call in
      let rest = Manifest.balanced(code[call.range.upperBound...])
      let name = String(call.3)
      let isTests = call.1 == "tests"
      let path = rest.firstMatch(of: /path: "([^"]+)"/).map { String($0.1) }
      let listed = Manifest.listed(rest, isShort: call.1 != nil)
      let dependencies = listed.flatMap { products[$0] ?? [$0] }
      return Target(
        name: isTests ? name + "Tests" : name,
        folder: path ?? (isTests ? "Tests/\(name)Tests" : "Sources/\(name)"),
        dependencies: dependencies + (isTests ? ["TestSupport"] : []))
    }
  }

  /// What the libraries' products are called in the lists: `let yaml = …product(name: "Yams", …)`.
  private static func products(in code: String) -> [String: [String]] {
    var products: [String: [String]] = [:]
    let declarations = code.split(separator: /\n(?=let )/)
    for declaration in declarations where declaration.contains("Target.Dependency") {
      guard let name = declaration.firstMatch(of: /^let (\w+)/)?.1 else { continue }
      products[String(name)] = declaration.matches(of: /product\(name: "([^"]+)"/)
        .map { String($0.1) }
    }
    return products
  }

  /// Names and literals of the list of dependencies.
  private static func listed(_ arguments: Substring, isShort: Bool) -> [String] {
    var list = arguments
    if !isShort {
      guard let label = arguments.firstRange(of: "dependencies:") else { return [] }
      list = arguments[label.upperBound...]
    }
    let end = list.firstMatch(of: /(exclude|path|swiftSettings|linkerSettings|cxxSettings):/)
    return list[..<(end?.range.lowerBound ?? list.endIndex)].matches(of: /\w+/)
      .map { String($0.0) }
  }

  /// Up to the bracket that closes the call.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 1
    for place in text.indices {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      if depth == 0 { return text[..<place] }
    }
    return text
  }
}
