import HTTPTestServer

/// What the admin port tells.
extension ParticlePracticeCloud {
  /// Devices, integrations and counters, as `GET /state` shows them; no tokens but those that stand
  /// in a definition.
  package func state() async -> JSONValue {
    [
      "devices": .array(await shown(account.devices, as: state)),
      "integrations": .array(account.integrations.map(state)),
      "tokens": .number(Double(account.tokens.count)),
      "streams": .number(Double(streams.count)),
    ]
  }

  private func state(_ device: ParticleDevice) async -> JSONValue {
    [
      "id": .string(device.id), "name": .string(device.name), "online": .bool(isOnline(device)),
      "platform_id": .number(Double(device.platformID)), "flashed": .bool(device.files != nil),
      "functions": .array(await functions(device).map(JSONValue.string)),
      "variables": .array((await sketches[device.id]?.variables() ?? []).map { .string($0.name) }),
    ]
  }

  private func state(_ integration: StoredIntegration) -> JSONValue {
    let record = hookRecords[integration.id] ?? HookRecord()
    return [
      "id": .string(integration.id), "definition": SecretMask.definition(integration.definition),
      "sent": .number(Double(record.successCount)), "errors": .number(Double(record.errorCount)),
    ]
  }
}
