extension ParticleContract {
  /// Making, listing, replacing, deleting and testing integrations.
  static let integrations = #"""
    particle:hook-created an integration is made
    POST /v1/integrations json {"integration_type":"Webhook","event":"e",
      "url":"https://example.com/in","requestType":"GET"}
    201
    {"ok":true,"id":"*","url":"https://example.com/in","event":"e","name":"e for example.com",
      "created_at":"*","hookUrl":"*"}

    particle:hook-created its hookUrl is the older route
    given POST /v1/integrations json {"integration_type":"Webhook","event":"e",
      "url":"https://example.com/in","requestType":"GET"}
    GET /v1/webhooks/HOOK
    200
    {"webhook":{"id":"HOOK","…":0}}

    particle:hook-type-implied the older route needs only event and url
    POST /v1/webhooks form event=e&url=https%3A%2F%2Fexample.com
    201
    {"ok":true,"id":"*","url":"https://example.com","event":"e","name":"e for example.com",
      "created_at":"*","hookUrl":"*"}

    particle:hook-method-default without requestType it is a POST, as the CLI makes them
    given POST /v1/integrations json {"integration_type":"Webhook","event":"e",
      "url":"https://example.com/in"}
    GET /v1/integrations
    200
    [{"id":"HOOK","event":"e","requestType":"POST","…":0}]

    particle:hook-event-spelling null is nothing, as in the CLI's example of a file
    given POST /v1/webhooks json {"event":"e","url":"https://example.com/in","form":null,
      "json":null,"headers":null,"rejectUnauthorized":"true"}
    GET /v1/webhooks/HOOK
    200
    {"webhook":{"id":"HOOK","event":"e","created_at":"*","integration_type":"Webhook",
      "url":"https://example.com/in","requestType":"POST","name":"e for example.com",
      "rejectUnauthorized":"true","noDefaults":false,"logs":[],"errors":[],"counters":[{"…":0}]}}

    particle:hook-event-spelling an event may be called eventName, as in the CLI's files
    POST /v1/integrations json {"integration_type":"Webhook","eventName":"e",
      "url":"https://example.com/in","requestType":"GET"}
    201
    {"event":"e","…":0}

    particle:hook-fields a name of one's own
    POST /v1/integrations json {"integration_type":"Webhook","event":"e","name":"mine",
      "url":"https://example.com/in","requestType":"GET"}
    201
    {"name":"mine","…":0}

    particle:hook-listed the list is a bare array
    GET /v1/integrations
    200
    []

    particle:hook-listed of one integration
    given POST /v1/integrations json {"integration_type":"Webhook","event":"e",
      "url":"https://example.com/in","requestType":"GET","deviceID":"DEVICE","disabled":true}
    GET /v1/integrations
    200
    [{"id":"HOOK","event":"e","created_at":"*","integration_type":"Webhook",
      "url":"https://example.com/in","requestType":"GET","name":"e for example.com",
      "deviceID":"DEVICE","disabled":true}]

    particle:hook-made-twice the same definition twice makes two
    given POST /v1/webhooks form event=e&url=https%3A%2F%2Fexample.com
    given POST /v1/webhooks form event=e&url=https%3A%2F%2Fexample.com
    GET /v1/webhooks
    200
    [{"event":"e","…":0},{"event":"e","…":0}]

    particle:hook-shown one integration, with its log
    given POST /v1/integrations json {"integration_type":"Webhook","event":"e",
      "query":{"a":"{{b}}"},"url":"https://example.com/in","requestType":"GET","noDefaults":true}
    GET /v1/integrations/HOOK
    200
    {"integration":{"id":"HOOK","event":"e","query":{"a":"{{b}}"},"noDefaults":true,
      "rejectUnauthorized":true,"logs":[],"errors":[],"…":0}}

    particle:hook-shown (recorded) one webhook
    given POST /v1/webhooks form event=e&url=https%3A%2F%2Fexample.com
    GET /v1/webhooks/HOOK
    200
    {"webhook":{"id":"HOOK","event":"e","created_at":"*","logs":[],"errors":[],
      "url":"https://example.com","noDefaults":false,"rejectUnauthorized":true,"…":0}}

    particle:hook-replaced an edit replaces the whole definition
    given POST /v1/integrations json {"integration_type":"Webhook","event":"e","name":"mine",
      "url":"https://example.com/in","requestType":"GET","noDefaults":true}
    PUT /v1/integrations/HOOK json {"integration_type":"Webhook","event":"f",
      "url":"https://example.com/out","requestType":"POST"}
    200
    {"integration":{"id":"HOOK","event":"f","url":"https://example.com/out","requestType":"POST",
      "name":"f for example.com","noDefaults":false,"…":0}}

    particle:hook-replaced what it cannot be without stays, as in the docs' curl line
    given POST /v1/integrations json {"integration_type":"Webhook","event":"e",
      "url":"https://example.com/in","requestType":"GET","noDefaults":true}
    PUT /v1/integrations/HOOK form event=f&access_token=TOKEN
    200
    {"integration":{"id":"HOOK","event":"f","integration_type":"Webhook",
      "url":"https://example.com/in","requestType":"GET","noDefaults":false,"…":0}}

    particle:hook-deleted an integration is deleted
    given POST /v1/webhooks form event=e&url=https%3A%2F%2Fexample.com
    DELETE /v1/integrations/HOOK
    204
    -

    particle:hook-deleted (recorded) a webhook is deleted
    given POST /v1/webhooks form event=e&url=https%3A%2F%2Fexample.com
    DELETE /v1/webhooks/HOOK
    200
    {"ok":true,"status":"Hook Deleted"}

    particle:hook-missing (recorded) a webhook that is not there
    GET /v1/webhooks/5f0011223344556677889900
    404
    {"ok":false,"error":"Webhook not found"}

    particle:hook-missing an integration that is not there (not documented)
    DELETE /v1/integrations/5f0011223344556677889900
    404

    particle:hook-fields an integration without a url (not documented)
    POST /v1/integrations json {"integration_type":"Webhook","event":"e","requestType":"GET"}
    400

    particle:hook-too-many (recorded) too many hooks
    given setting integration-limit=0
    POST /v1/webhooks form event=e&url=https%3A%2F%2Fexample.com
    200
    {"ok":false,"error":"Too many web hooks for this device"}

    particle:hook-test a test whose target does not answer
    given POST /v1/webhooks form event=e&url=http%3A%2F%2F127.0.0.1%3A1
    POST /v1/integrations/HOOK/test json {}
    200
    {"pass":false,"error":"*"}
    """#
}
