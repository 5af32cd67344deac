extension ParticleContract {
  /// Calling functions and reading variables.
  static let calls = #"""
    particle:function-call arg, by form
    POST /v1/devices/DEVICE/echo form arg=ab
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:function-call args, by form
    POST /v1/devices/DEVICE/echo form args=ab
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:function-call arg, by JSON
    POST /v1/devices/DEVICE/echo json {"arg":"ab"}
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:function-call args, by JSON, as Blynk and Particle's JavaScript send it
    POST /v1/devices/DEVICE/echo json {"args":"ab"}
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:device-by-name a name does for the id in a call
    POST /v1/devices/practice-boron/echo json {"args":"ab"}
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:function-argument-none without an argument the device gets an empty text
    POST /v1/devices/DEVICE/echo
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":0}

    particle:function-return -1 is a value like any other
    given fault function-refused
    POST /v1/devices/DEVICE/echo json {"args":"ab"}
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":-1}

    particle:function-raw raw is the number alone
    POST /v1/devices/DEVICE/echo form args=ab&format=raw
    200
    2

    particle:function-missing a function that is not there, by its name
    POST /v1/devices/DEVICE/MISSING
    404
    {"ok":false,"error":"Function MISSING not found"}

    particle:function-missing a function that was not registered
    given fault function-missing
    POST /v1/devices/DEVICE/echo
    404
    {"ok":false,"error":"Function echo not found"}

    particle:function-missing names are exact (case handling is not documented)
    POST /v1/devices/DEVICE/ECHO
    404
    {"ok":false,"error":"Function ECHO not found"}

    particle:function-silent an offline device
    given offline
    POST /v1/devices/DEVICE/echo
    400
    {"ok":false,"error":"Timed out."}

    particle:function-silent a device that lost its network
    given fault device-offline
    POST /v1/devices/DEVICE/echo
    400
    {"ok":false,"error":"Timed out."}

    particle:function-silent a function that does not return
    POST /v1/devices/DEVICE/deaf
    400
    {"ok":false,"error":"Timed out."}

    particle:function-silent a function that is too slow
    given fault function-timeout
    POST /v1/devices/DEVICE/echo
    400
    {"ok":false,"error":"Timed out."}

    particle:function-silent the documented status for a silent device is another
    given setting silent-function-status=408
    given offline
    POST /v1/devices/DEVICE/echo
    408
    {"ok":false,"error":"Timed out."}

    particle:variable-read a number
    GET /v1/devices/DEVICE/temperature
    200
    {"name":"temperature","result":46.5,"coreInfo":{"name":"practice-boron",
      "deviceID":"DEVICE","connected":true,"last_handshake_at":"*"}}

    particle:variable-read a text
    GET /v1/devices/DEVICE/label
    200
    {"name":"label","result":"desk","coreInfo":{"name":"practice-boron",
      "deviceID":"DEVICE","connected":true,"last_handshake_at":"*"}}

    particle:variable-raw raw is the value alone
    GET /v1/devices/DEVICE/label?format=raw
    200
    desk

    particle:variable-raw a number, raw
    GET /v1/devices/DEVICE/temperature?format=raw
    200
    46.5

    particle:variable-missing a variable that is not there
    GET /v1/devices/DEVICE/pressure
    404
    {"ok":false,"error":"Variable not found"}

    particle:variable-silent (recorded) an offline device's variable
    given offline
    GET /v1/devices/DEVICE/temperature
    408
    {"error":"Timed out."}
    """#
}
