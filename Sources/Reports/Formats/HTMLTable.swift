import Core

/// A table of a report's page.
struct HTMLTable {
  enum Column {
    case text(Phrase)
    case number(Phrase)

    var name: Phrase {
      switch self {
      case .text(let name), .number(let name): name
      }
    }

    var isNumber: Bool {
      if case .number = self { true } else { false }
    }
  }

  let caption: Phrase
  let columns: [Column]
  let rows: [[[Markup]]]
  /// Long text is broken to fit; a table of numbers is scrolled where it is too wide.
  var isFlowing = false

  var markup: Markup {
    let head = columns.map { column in
      cell("th", ["scope": "col"], column, [.text(column.name)])
    }
    let body = rows.map { row in
      Markup.tag(
        "tr", [:],
        zip(columns, row).enumerated().map { index, pair in
          cell(index == 0 ? "th" : "td", index == 0 ? ["scope": "row"] : [:], pair.0, pair.1)
        })
    }
    let table = Markup.tag(
      "table", [:],
      [
        .tag("caption", [:], caption), .tag("thead", [:], [.tag("tr", [:], head)]),
        .tag("tbody", [:], body),
      ])
    return isFlowing
      ? table
      : .labelled(
        caption,
        .tag(
          "div", ["class": "wide", "role": "region", "aria-label": "", "tabindex": "0"], [table]))
  }

  private func cell(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ column: Column,
    _ content: [Markup]
  ) -> Markup {
    let ink = column.isNumber ? [(name: "class", value: "number")] : []
    return .element(name, attributes.map { (name: $0.key, value: $0.value) } + ink, content)
  }
}
