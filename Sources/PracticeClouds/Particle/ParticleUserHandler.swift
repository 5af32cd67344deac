import HTTPTestServer

/// The account's owner.
struct ParticleUserHandler: Sendable {
  let context: ParticleContext

  /// `GET /v1/user`.
  func show(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    .json(
      200,
      [
        "username": .string(context.settings.login.username), "subscription_ids": [],
        "account_info": [
          "first_name": "Practice", "last_name": "Account", "business_account": false,
        ],
        "scim_provisioned": false, "no_password": false,
        "mfa": ["enabled": .bool(context.settings.otp != nil)],
        "wifi_device_count": 0,
        "cellular_device_count": .number(Double(store.account.devices.count)),
      ])
  }
}
