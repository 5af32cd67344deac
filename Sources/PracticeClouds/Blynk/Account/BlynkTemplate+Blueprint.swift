extension BlynkTemplate {
  /// What "Use Blueprint" gives: the five streams of blynk:guide-streams, and both dashboards
  /// (blynk:guide-web-dashboard, blynk:guide-app-dashboard).
  static func particleDevice(id: String) -> BlynkTemplate {
    BlynkTemplate(
      id: id, name: "Particle Device", datastreams: guideStreams, webDashboard: guideWebDashboard,
      appDashboard: guideAppDashboard)
  }

  /// The streams of the guide, in its order.
  static let guideStreams: [Datastream] = [
    Datastream(id: 1, name: "V6_last_publish", alias: "V6 last publish", pin: 6, type: .string),
    Datastream(
      id: 2, name: "Integer V14", alias: "Integer V14", pin: 14, type: .integer, min: 0,
      max: 2_147_483_647, defaultValue: .integer(0), isRaw: true),
    Datastream(
      id: 3, name: "Double V15", alias: "Double V15", pin: 15, type: .double, min: 0, max: 3.3,
      isRaw: true),
    Datastream(
      id: 4, name: "Integer V16", alias: "Integer V16", pin: 16, type: .integer, min: 0, max: 1,
      defaultValue: .integer(0), isRaw: true),
    Datastream(
      id: 5, name: "Integer V17", alias: "Integer V17", pin: 17, type: .integer, min: 0, max: 1,
      defaultValue: .integer(0), isRaw: true),
  ]

  /// Top to bottom, left to right (blynk:guide-web-dashboard).
  static let guideWebDashboard: [BlynkWidget] = [
    BlynkWidget(kind: "Label", title: "Integer V14", pins: [14]),
    BlynkWidget(kind: "Chart", title: "V14", pins: [14]),
    BlynkWidget(kind: "Label", title: "Double V15", pins: [15]),
    BlynkWidget(kind: "Chart", title: "V15", pins: [15]),
    BlynkWidget(kind: "Switch", title: "Particle LED (V16)", pins: [16]),
    BlynkWidget(kind: "LED", title: "Particle LED (V17)", pins: [17]),
    BlynkWidget(kind: "Label", title: "V6 last publish", pins: [6]),
  ]

  /// blynk:guide-app-dashboard.
  static let guideAppDashboard: [BlynkWidget] = [
    BlynkWidget(kind: "SuperChart", title: "", pins: [14, 15]),
    BlynkWidget(kind: "Labeled Value", title: "Integer V14", pins: [14]),
    BlynkWidget(kind: "Labeled Value", title: "Double V15", pins: [15]),
    BlynkWidget(kind: "Button", title: "Particle LED V16", pins: [16]),
    BlynkWidget(kind: "LED", title: "Particle LED V17", pins: [17]),
    BlynkWidget(kind: "Labeled Value", title: "V6 last publish", pins: [6]),
  ]
}
