extension ParticleContract {
  /// Logging in, and access tokens.
  static let tokens = #"""
    particle:oauth-client a token for a password, the client in the form
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice
    200
    {"token_type":"bearer","access_token":"*","expires_in":7776000,"refresh_token":"*"}

    particle:oauth-client the client that Particle's JavaScript uses is known as well
    POST /oauth/token token none form client_id=particle-api&client_secret=particle-api
      &grant_type=password&username=practice%40example.com&password=practice
    200
    {"token_type":"bearer","access_token":"*","expires_in":7776000,"refresh_token":"*"}

    particle:oauth-any-client and so is any other, as the CLI brings its own
    POST /oauth/token token none form client_id=CLI2&client_secret=client_secret_here
      &grant_type=password&username=practice%40example.com&password=practice
    200
    {"token_type":"bearer","access_token":"*","expires_in":7776000,"refresh_token":"*"}

    particle:oauth-wrong-client unless the cloud is to know its clients (no reply is documented)
    given setting takes-any-client=false
    POST /oauth/token token none form client_id=CLI2&client_secret=client_secret_here
      &grant_type=password&username=practice%40example.com&password=practice
    400
    {"error":"invalid_client","error_description":"*"}

    particle:oauth-wrong-client a client there has to be (text and status are not documented)
    POST /oauth/token token none form grant_type=password&username=practice%40example.com
      &password=practice
    400
    {"error":"invalid_client","error_description":"*"}

    particle:oauth-client the client in Basic
    POST /oauth/token owner particle:particle form grant_type=password
      &username=practice%40example.com&password=practice
    200
    {"token_type":"bearer","access_token":"*","expires_in":7776000,"refresh_token":"*"}

    particle:oauth-fields expires_in counts seconds
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice&expires_in=3600
    200
    {"token_type":"bearer","access_token":"*","expires_in":3600,"refresh_token":"*"}

    particle:oauth-lifetime and 0 is for ever
    given POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice&expires_in=0
    GET /v1/access_tokens/current?access_token=GRANTED token none
    200
    {"expires_at":null,"client":"particle","scopes":[],"orgs":[]}

    particle:oauth-fields expires_at is a moment
    given POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice
      &expires_at=2099-01-02T03%3A04%3A05.678Z
    GET /v1/access_tokens/current?access_token=GRANTED token none
    200
    {"expires_at":"2099-01-02T03:04:05.678Z","client":"particle","scopes":[],"orgs":[]}

    particle:oauth-fields (recorded) a bare date does, too
    given POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice
      &expires_at=2099-01-02
    GET /v1/access_tokens/current?access_token=GRANTED token none
    200
    {"expires_at":"2099-01-02T00:00:00.000Z","client":"particle","scopes":[],"orgs":[]}

    particle:oauth-client-itself a client by itself
    POST /oauth/token token none form grant_type=client_credentials
      &client_id=mine&client_secret=practice
    200
    {"token_type":"bearer","access_token":"*","expires_in":7776000,"refresh_token":"*"}

    particle:oauth-client-itself the token opens the account
    given POST /oauth/token token none form grant_type=client_credentials
      &client_id=mine&client_secret=practice
    GET /v1/devices?access_token=GRANTED token none
    200

    particle:oauth-client-itself the pair that all know opens nothing by itself (not documented)
    POST /oauth/token token none form grant_type=client_credentials
      &client_id=particle&client_secret=particle
    400
    {"error":"invalid_client","error_description":"*"}

    particle:oauth-wrong-password a wrong password
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=wrong
    400
    {"error":"invalid_grant","error_description":"User credentials are invalid"}

    particle:oauth-wrong-password an unknown user is told the same
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=nobody%40example.com&password=practice
    400
    {"error":"invalid_grant","error_description":"User credentials are invalid"}

    particle:oauth-form JSON is not read here (the status is not documented)
    POST /oauth/token token none json {"grant_type":"password","client_id":"particle",
      "client_secret":"particle","username":"practice@example.com","password":"practice"}
    400

    particle:oauth-wrong-client a wrong client (status and text are not documented)
    POST /oauth/token token none form client_id=particle&client_secret=wrong&grant_type=password
      &username=practice%40example.com&password=practice
    400
    {"error":"invalid_client","error_description":"*"}

    particle:oauth-wrong-fields no grant (status and text are not documented)
    POST /oauth/token token none form client_id=particle&client_secret=particle
    400
    {"error":"invalid_request","error_description":"*"}

    particle:oauth-mfa an account with a second factor asks for it
    given setting otp=123456
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice
    403
    {"error":"mfa_required","error_description":"Multifactor authentication required",
      "mfa_token":"*"}

    particle:oauth-mfa and gives the token for it
    given setting otp=123456
    given POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=urn%3Acustom%3Amfa-otp&mfa_token=MFA&otp=123456
    200
    {"token_type":"bearer","access_token":"*","expires_in":7776000,"refresh_token":"*"}

    particle:oauth-mfa a wrong code (status and text are not documented)
    given setting otp=123456
    given POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=urn%3Acustom%3Amfa-otp&mfa_token=MFA&otp=000000
    400
    {"error":"invalid_grant","error_description":"*"}

    particle:oauth-lockout after too many wrong passwords in a row the right one is barred, too
    given setting login-failures=1
    given POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=wrong
    POST /oauth/token token none form client_id=particle&client_secret=particle
      &grant_type=password&username=practice%40example.com&password=practice
    429

    particle:token-current the token that was sent
    GET /v1/access_tokens/current
    200
    {"expires_at":null,"client":"particle","scopes":[],"orgs":[]}

    particle:token-delete it can be deleted
    DELETE /v1/access_tokens/current
    200
    {"ok":true}

    particle:token-delete one that is not there is deleted just as well
    DELETE /v1/access_tokens/nonesuch
    200
    {"ok":true}

    particle:token-list (recorded) all of them, for the owner's password
    GET /v1/access_tokens owner practice@example.com:practice
    200
    [{"token":"TOKEN","expires_at":null,"client":"__PASSWORD_ONLY__"}]

    particle:token-list (recorded) a wrong password
    GET /v1/access_tokens owner practice@example.com:wrong
    401
    {"ok":false,"errors":["Bad password"]}

    particle:token-list (recorded) an unknown owner
    GET /v1/access_tokens owner nobody@example.com:practice
    400
    {"ok":false,"errors":["Unknown user"]}

    particle:token-list with a second factor, its code
    given setting otp=123456
    GET /v1/access_tokens?otp=123456 owner practice@example.com:practice
    200
    [{"token":"TOKEN","expires_at":null,"client":"__PASSWORD_ONLY__"}]

    particle:token-list and not without (status and text are not documented)
    given setting otp=123456
    GET /v1/access_tokens owner practice@example.com:practice
    400

    particle:token-delete the owner's password deletes one, too
    DELETE /v1/access_tokens/TOKEN owner practice@example.com:practice
    200
    {"ok":true}

    particle:token-delete a wrong password does not
    given DELETE /v1/access_tokens/TOKEN owner practice@example.com:wrong
    GET /v1/user
    200

    particle:token-delete who knows a token may delete it: the official client sends nothing else
    DELETE /v1/access_tokens/TOKEN token none
    200
    {"ok":true}

    particle:token-delete then it is gone
    given DELETE /v1/access_tokens/TOKEN token none
    GET /v1/user
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:token-delete a wrong token deletes no other
    DELETE /v1/access_tokens/TOKEN token wrong
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:token-delete all of them are not deleted without a token
    DELETE /v1/access_tokens token none
    400
    {"error":"invalid_request","error_description":"The access token was not found"}

    particle:token-delete or all of them
    DELETE /v1/access_tokens
    200
    {"ok":true}

    particle:token-delete which includes the one that asked
    given DELETE /v1/access_tokens
    GET /v1/access_tokens/current
    401
    {"error":"invalid_token","error_description":"The access token provided is invalid."}

    particle:user-account the account
    GET /v1/user
    200
    {"username":"practice@example.com","subscription_ids":[],
      "account_info":{"first_name":"Practice","last_name":"Account","business_account":false},
      "scim_provisioned":false,"no_password":false,"mfa":{"enabled":false},
      "wifi_device_count":0,"cellular_device_count":1}

    particle:user-account with a second factor
    given setting otp=123456
    GET /v1/user
    200
    {"mfa":{"enabled":true},"…":0}
    """#
}
