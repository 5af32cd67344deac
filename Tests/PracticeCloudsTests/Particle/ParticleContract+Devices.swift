extension ParticleContract {
  /// Listing, showing, pinging, updating and claiming devices.
  static let devices = #"""
    particle:device-list the list is a bare array
    GET /v1/devices
    200
    [{"id":"DEVICE","name":"practice-boron","last_ip_address":"*","last_heard":"*",
      "last_handshake_at":"*","product_id":13,"online":true,"connected":true,
      "platform_id":13,"cellular":true,
      "notes":null,"functions":["echo","deaf"],
      "variables":{"temperature":"double","label":"string"},"status":"normal",
      "serial_number":"*","iccid":"*","imei":"*","system_firmware_version":"*"}]

    particle:device-list of nothing when the account has no device
    given DELETE /v1/devices/DEVICE
    GET /v1/devices
    200
    []

    particle:device-fields one device tells more
    GET /v1/devices/DEVICE
    200
    {"id":"DEVICE","owner":"practice@example.com","online":true,"connected":true,
      "functions":["echo","deaf"],"variables":{"temperature":"double","label":"string"},
      "firmware_updates_enabled":true,"firmware_updates_forced":false,
      "device_protection":{"status":"disabled"},"…":0}

    particle:device-by-name a name does for the id
    GET /v1/devices/practice-boron
    200
    {"id":"DEVICE","…":0}

    particle:device-offline-fields an offline device keeps its last known functions
    given offline
    GET /v1/devices/DEVICE
    200
    {"online":false,"connected":false,"functions":["echo","deaf"],"…":0}

    particle:device-unknown an unknown device: get
    GET /v1/devices/000000000000000000000000
    403
    {"error":"Permission Denied","info":"I didn't recognize that device name or ID, try opening
       https://api.particle.io/v1/devices?access_token=undefined"}

    particle:device-unknown an unknown device: ping
    PUT /v1/devices/nonesuch/ping
    403
    {"error":"Permission Denied","info":"I didn't recognize that device name or ID, try opening
       https://api.particle.io/v1/devices?access_token=undefined"}

    particle:device-unknown an unknown device: rename
    PUT /v1/devices/nonesuch json {"name":"x"}
    403
    {"error":"Permission Denied","info":"*"}

    particle:device-unknown an unknown device: call
    POST /v1/devices/nonesuch/echo json {"args":"1"}
    403
    {"error":"Permission Denied","info":"*"}

    particle:device-unknown an unknown device: variable
    GET /v1/devices/nonesuch/temperature
    403
    {"error":"Permission Denied","info":"*"}

    particle:device-unknown an unknown device: events
    GET /v1/devices/nonesuch/events/a
    403
    {"error":"Permission Denied","info":"*"}

    particle:device-unknown an unknown device: remove
    DELETE /v1/devices/nonesuch
    403
    {"error":"Permission Denied","info":"*"}

    particle:device-unknown somebody else's device looks the same
    given fault particle-device-unknown
    POST /v1/devices/DEVICE/echo
    403
    {"error":"Permission Denied","info":"*"}

    particle:device-unknown and is not in the list
    given fault particle-device-unknown
    GET /v1/devices
    200
    []

    particle:device-ping ping
    PUT /v1/devices/DEVICE/ping
    200
    {"online":true,"ok":true}

    particle:device-ping ping: offline is no failure
    given offline
    PUT /v1/devices/DEVICE/ping json {}
    200
    {"online":false,"ok":true}

    particle:device-update a name
    PUT /v1/devices/DEVICE json {"name":"desk"}
    200
    {"id":"DEVICE","name":"desk","updated_at":"*"}

    particle:device-update notes, by form
    PUT /v1/devices/DEVICE form notes=on+top
    200
    {"id":"DEVICE","notes":"on top","updated_at":"*"}

    particle:device-signal the rainbow starts
    PUT /v1/devices/DEVICE json {"signal":"1"}
    200
    {"id":"DEVICE","connected":true,"signaling":true}

    particle:device-signal and stops
    PUT /v1/devices/DEVICE form signal=0
    200
    {"id":"DEVICE","connected":true,"signaling":false}

    particle:device-signal-offline (recorded) an offline device gives no signal
    given offline
    PUT /v1/devices/DEVICE json {"signal":"1"}
    500
    {"ok":false,"code":500,
      "errors":[{"error":"Timed out, didn't hear back from device service"}]}

    particle:device-update forcing updates
    PUT /v1/devices/DEVICE json {"firmware_updates_forced":true}
    200
    {"id":"DEVICE","firmware_updates_forced":true}

    particle:device-update which the device shows
    given PUT /v1/devices/DEVICE json {"firmware_updates_forced":true}
    GET /v1/devices/DEVICE
    200
    {"firmware_updates_forced":true,"…":0}

    particle:device-update several at once, as the official client may (the reply is not documented)
    PUT /v1/devices/DEVICE json {"name":"desk","notes":"on top"}
    200
    {"id":"DEVICE","name":"desk","notes":"on top","updated_at":"*"}

    particle:device-update both are kept
    given PUT /v1/devices/DEVICE json {"name":"desk","notes":"on top"}
    GET /v1/devices/DEVICE
    200
    {"name":"desk","notes":"on top","…":0}

    particle:device-update nothing to change (not documented)
    PUT /v1/devices/DEVICE json {}
    400

    particle:serial-number a serial number leads to its device
    GET /v1/serial_numbers/B40HAB000000001
    200
    {"ok":true,"deviceID":"DEVICE","iccid":"*"}

    particle:serial-number one that nobody has (not documented)
    GET /v1/serial_numbers/NONESUCH
    404

    particle:device-remove a device is removed
    DELETE /v1/devices/DEVICE
    200
    {"ok":true}

    particle:device-remove then it is nobody's
    given DELETE /v1/devices/DEVICE
    GET /v1/devices/DEVICE
    403
    {"error":"Permission Denied","info":"*"}

    particle:device-claim and can be claimed
    given DELETE /v1/devices/DEVICE
    POST /v1/devices form id=DEVICE
    200
    {"user_id":"*","id":"DEVICE","connected":true,"ok":true}

    particle:device-claim also by JSON
    given DELETE /v1/devices/DEVICE
    POST /v1/devices json {"id":"DEVICE","request_transfer":true}
    200
    {"user_id":"*","id":"DEVICE","connected":true,"ok":true}

    particle:device-claim (recorded) an id that was never seen
    POST /v1/devices form id=000000000000000000000000
    404
    {"ok":false,"errors":["device does not exist"]}

    particle:device-claim (recorded) a device that is offline
    given offline
    given DELETE /v1/devices/DEVICE
    POST /v1/devices form id=DEVICE
    404
    {"ok":false,"errors":[["Core isn't online",404]]}
    """#
}
