import Guide

/// A small guide that has nothing to do with any cloud: one step of every kind, and two paths.
enum TeaGuide {
  static let path: StepName = "kettle/path"
  static let name: StepName = "kettle/name"
  static let water: StepName = "kettle/water"
  static let leaves: StepName = "leaves/choose"
  static let bag: StepName = "bag/choose"
  static let pour: StepName = "pour/pour"
  static let drink: StepName = "pour/drink"

  static let guide = GuideDocument(
    id: "tea", title: "Tea",
    sections: [
      Section(
        id: "kettle", title: "Kettle",
        steps: [
          Step(
            name: path, title: "Choose",
            ask: Question(
              name: "path", shape: .choice(["blueprint", "manual"]), prompt: "Which way?")),
          Step(
            name: name, title: "Name",
            ask: Question(name: "tea.name", shape: .text(1...20), prompt: "Who drinks?"),
            check: "tea.name-known"),
          Step(name: water, title: "Water", act: "tea.boil", check: "tea.hot"),
        ]),
      Section(
        id: "leaves", title: "Leaves", path: .manual, steps: [Step(name: leaves, title: "Leaves")]),
      Section(
        id: "bag", title: "Bag", path: .blueprint,
        steps: [Step(name: bag, title: "Bag", act: "tea.bag")]),
      Section(
        id: "pour", title: "Pour",
        steps: [
          Step(name: pour, title: "Pour", check: "tea.poured"),
          Step(name: drink, title: "Drink"),
        ]),
    ])
}
