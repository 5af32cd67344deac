extension BlynkTemplate {
  /// The template with what a person would have set wrong in it.
  func spoiled(by faults: Faults) -> BlynkTemplate {
    var template = self
    if faults.isOn(.blynkDatastreamMissing) { template.datastreams.removeAll { $0.pin == 16 } }
    if faults.isOn(.blynkDatastreamType) || faults.isOn(.blynkValueClamped) {
      for index in template.datastreams.indices { template.datastreams[index].spoil(by: faults) }
    }
    return template
  }
}

extension Datastream {
  fileprivate mutating func spoil(by faults: Faults) {
    if pin == 6, faults.isOn(.blynkDatastreamType) { type = .integer }
    if pin == 17, faults.isOn(.blynkValueClamped) { max = 0 }
  }
}
