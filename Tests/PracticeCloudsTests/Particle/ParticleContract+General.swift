extension ParticleContract {
  /// What all calls share: tokens, statuses, limits.
  static let general = #"""
    particle:reply-headers a reply may be read by any page, and is JSON in UTF-8
    GET /v1/devices
    200 access-control-allow-origin=* content-type=application/json;_charset=utf-8

    particle:reply-headers an error may be read by any page, too
    GET /v1/devices token wrong
    401 access-control-allow-origin=* content-type=application/json;_charset=utf-8

    particle:token-transport a GET takes the token from its query
    GET /v1/access_tokens/current?access_token=TOKEN token none
    200

    particle:token-transport so do the other methods, in the docs' curl lines (its prose: GET only)
    POST /v1/devices/DEVICE/echo?access_token=TOKEN token none form arg=ab
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:token-transport also with files
    POST /v1/binaries?access_token=TOKEN token none files file@a.ino=// echo
    200

    particle:token-transport and for deleting
    DELETE /v1/access_tokens/current?access_token=TOKEN token none
    200
    {"ok":true}

    particle:token-transport a DELETE's curl lines have it in a form, too
    DELETE /v1/devices/DEVICE token none form access_token=TOKEN
    200
    {"ok":true}

    particle:token-transport a POST takes the token from its form
    POST /v1/devices/DEVICE/echo token none form access_token=TOKEN&arg=ab
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:token-transport not from its JSON
    POST /v1/devices/DEVICE/echo token none json {"access_token":"TOKEN","arg":"ab"}
    400
    {"error":"invalid_request","error_description":"The access token was not found"}

    particle:token-unknown a token that nobody knows
    GET /v1/devices token wrong
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:token-unknown a token that was deleted
    given DELETE /v1/access_tokens/TOKEN
    GET /v1/user
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:token-expired a token past its time
    given fault particle-token-expired
    GET /v1/devices
    401
    {"error":"invalid_token","error_description":"The access token provided has expired."}

    particle:token-missing no token at all
    GET /v1/devices token none
    400
    {"error":"invalid_request","error_description":"The access token was not found"}

    particle:token-unknown a bad token is told before an unknown device
    POST /v1/devices/nonesuch/echo token wrong
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:token-missing a stream asks for a token like any other
    GET /v1/devices/events token wrong
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:status-codes a fault of the server; the body is not documented
    given fault cloud-error
    GET /v1/devices
    500

    particle:status-codes JSON that is none is not understood: call (the body is not documented)
    POST /v1/devices/DEVICE/echo json {"args":"ab"
    400
    {"ok":false,"error":"*"}

    particle:status-codes JSON that is none: publish
    POST /v1/devices/events json {name:"a"}
    400
    {"ok":false,"error":"*"}

    particle:status-codes JSON that is none: update
    PUT /v1/devices/DEVICE json {"name":}
    400
    {"ok":false,"error":"*"}

    particle:status-codes JSON that is none: ping, which needs none
    PUT /v1/devices/DEVICE/ping json {
    400
    {"ok":false,"error":"*"}

    particle:status-codes JSON that is none: an integration
    POST /v1/integrations json {"event":"e",}
    400
    {"ok":false,"error":"*"}

    particle:token-unknown a bad token is told before a bad body
    POST /v1/devices/DEVICE/echo token wrong json {"args":"ab"
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:rate-limit-reply too many requests; the body is not documented
    given fault rate-limited
    GET /v1/devices
    429

    particle:rate-limits any route has its limit of five minutes
    given setting rate-limit-any=1
    given GET /v1/devices
    GET /v1/user
    429

    particle:rate-limits asking for tokens has its own limit
    given setting rate-limit-tokens=1
    given POST /oauth/token token none form grant_type=password
    POST /oauth/token token none form grant_type=password
    429

    particle:rate-limits and does not use up that of the others
    given setting rate-limit-tokens=1
    given POST /oauth/token token none form grant_type=password
    GET /v1/devices
    200

    particle:rate-limits opening streams has its own limit
    given setting rate-limit-streams=0
    GET /v1/events/a
    429

    particle:stream-limits which the prose on streams gives another status
    given setting rate-limit-streams=0
    given setting stream-limit-status=529
    GET /v1/devices/events
    529
    """#
}
