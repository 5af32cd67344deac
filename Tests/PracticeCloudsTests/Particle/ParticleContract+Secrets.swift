extension ParticleContract {
  /// What the CLI of 2026 asks for (particle:cli-lists).
  static let secrets = #"""
    particle:secret-calls a secret is kept, and its value never shown
    PUT /v1/secrets/BLYNK_KEY json {"secret":{"value":"s3cret"}}
    200
    {"secret":{"name":"BLYNK_KEY","created_at":"*","updated_at":"*","last_accessed_at":null,
      "integrations":[],"logic_functions":[]}}

    particle:secret-calls it is listed
    given PUT /v1/secrets/BLYNK_KEY json {"secret":{"value":"s3cret"}}
    GET /v1/secrets
    200
    {"secrets":[{"name":"BLYNK_KEY","…":0}]}

    particle:secret-calls one by its name
    given PUT /v1/secrets/A_1 json {"secret":{"value":"x"}}
    GET /v1/secrets/A_1
    200
    {"secret":{"name":"A_1","…":0}}

    particle:secret-calls an organization has its own
    given PUT /v1/orgs/acme/secrets/A json {"secret":{"value":"x"}}
    GET /v1/secrets
    200
    {"secrets":[]}

    particle:secret-calls it is deleted, and the answer names no error
    given PUT /v1/secrets/A json {"secret":{"value":"x"}}
    DELETE /v1/secrets/A
    200
    {}

    particle:secret-names a name has capitals only (status and text are not documented)
    PUT /v1/secrets/small json {"secret":{"value":"x"}}
    400

    particle:secret-calls one that is not there (status and text are not documented)
    GET /v1/secrets/NONE
    404

    particle:environment-calls the sandbox's is changed by operations (no reply documented)
    PATCH /v1/env json {"ops":[{"op":"Set","key":"ROOM","value":"hall"},
      {"op":"Set","key":"B","value":"2"},{"op":"Unset","key":"B"}]}
    200
    {"env":{"ROOM":{"value":"hall"}}}

    particle:environment-calls it is read (the reply is not documented)
    GET /v1/env
    200
    {"env":{}}

    particle:environment-calls a roll-out is asked for (the reply is not documented)
    POST /v1/env/rollout json {"when":"Connect"}
    200
    {"success":true}

    particle:organization-routes the organizations of a sandbox
    GET /v1/orgs
    200
    {"organizations":[]}

    particle:cli-lists the libraries
    GET /v1/libraries
    200
    {"data":[]}

    particle:cli-lists a claim code
    POST /v1/device_claims
    200
    {"claim_code":"*","device_ids":["DEVICE"]}

    particle:hook-without-url an integration that is no webhook has no url
    POST /v1/integrations json {"integration_type":"GoogleMaps","event":"deviceLocator"}
    201
    {"ok":true,"id":"*","url":"","event":"deviceLocator","name":"deviceLocator for GoogleMaps",
      "created_at":"*","hookUrl":"*"}

    """#
}
