extension ParticleContract {
  /// Publishing events; what streams say is in `ParticleStreamTests`.
  static let events = #"""
    particle:event-publish an event, as Particle's JavaScript sends it
    POST /v1/devices/events json {"name":"a","data":"b","private":true}
    200
    {"ok":true}

    particle:event-publish an event by form
    POST /v1/devices/events form name=a&data=b&ttl=60
    200
    {"ok":true}

    particle:event-publish an event without data
    POST /v1/devices/events form name=a
    200
    {"ok":true}

    particle:event-publish an event without a name (status and text are not documented)
    POST /v1/devices/events form data=b
    400
    {"ok":false,"error":"*"}

    particle:stream-prefix-needed a stream of the account needs a prefix
    GET /v1/events
    400
    {"ok":false,"error":"event prefix filter is required"}

    particle:stream-prefix-needed also with a slash behind
    GET /v1/events/
    400
    {"ok":false,"error":"event prefix filter is required"}

    particle:stream-limits one stream too many (the reply is not documented)
    given setting stream-limit=0
    GET /v1/events/a
    429
    """#
}
