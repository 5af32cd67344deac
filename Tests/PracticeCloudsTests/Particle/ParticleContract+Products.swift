extension ParticleContract {
  /// The product routes of What lies below a product (particle:product-routes).
  static let products = #"""
    particle:product-import a device is taken into a product
    POST /v1/products/practice-product/devices form id=DEVICE
    200
    {"updated":1,"updatedDeviceIds":["DEVICE"],"existingDeviceIds":[],"nonmemberDeviceIds":[],
      "invalidDeviceIds":[],"protectedDeviceIds":[]}

    particle:product-import a second time changes nothing
    given POST /v1/products/practice-product/devices form id=DEVICE
    POST /v1/products/practice-product/devices json {"ids":["DEVICE"]}
    200
    {"updated":0,"updatedDeviceIds":[],"existingDeviceIds":["DEVICE"],"nonmemberDeviceIds":[],
      "invalidDeviceIds":[],"protectedDeviceIds":[]}

    particle:product-import a file has one on each line
    POST /v1/products/practice-product/devices files file@devices.txt=DEVICE
    200
    {"updated":1,"updatedDeviceIds":["DEVICE"],"existingDeviceIds":[],"nonmemberDeviceIds":[],
      "invalidDeviceIds":[],"protectedDeviceIds":[]}

    particle:product-import an id that is none
    POST /v1/products/practice-product/devices form id=nonesuch
    200
    {"updated":0,"updatedDeviceIds":[],"existingDeviceIds":[],"nonmemberDeviceIds":[],
      "invalidDeviceIds":["nonesuch"],"protectedDeviceIds":[]}

    particle:product-missing (recorded) a product that is not there
    POST /v1/products/nonesuch/devices form id=DEVICE
    404
    {"ok":false,"error":"Product not found."}

    particle:product-missing for any of its routes
    GET /v1/products/999/events/a
    404
    {"ok":false,"error":"Product not found."}

    particle:product-device-update a product's device is locked to a version
    given POST /v1/products/practice-product/devices form id=DEVICE
    PUT /v1/products/practice-product/devices/DEVICE json {"flash":true,
      "desired_firmware_version":2}
    200
    {"id":"DEVICE","desired_firmware_version":2,"updated_at":"*"}

    particle:product-device-update which it shows
    given POST /v1/products/practice-product/devices form id=DEVICE
    given PUT /v1/products/practice-product/devices/DEVICE form desired_firmware_version=2
    GET /v1/products/practice-product/devices/DEVICE
    200
    {"desired_firmware_version":2,"…":0}

    particle:product-device-update null unlocks it
    given POST /v1/products/practice-product/devices form id=DEVICE
    PUT /v1/products/practice-product/devices/DEVICE json {"desired_firmware_version":null}
    200
    {"id":"DEVICE","desired_firmware_version":null,"updated_at":"*"}

    particle:product-device-update a mark for development, with its time
    given POST /v1/products/practice-product/devices form id=DEVICE
    PUT /v1/products/practice-product/devices/DEVICE form development=true
    200
    {"id":"DEVICE","development":true,"updated_at":"*"}

    particle:product-devices the list of a product is an object
    GET /v1/products/practice-product/devices
    200
    {"devices":[],"customers":[],"meta":{"total_pages":1}}

    particle:product-by-slug the number of a product does for its slug
    GET /v1/products/10000/devices
    200
    {"devices":[],"customers":[],"meta":{"total_pages":1}}

    particle:product-devices it can be asked by device, in pages
    given POST /v1/products/practice-product/devices form id=DEVICE
    GET /v1/products/practice-product/devices?deviceName=BORON&perPage=1&page=2
    200
    {"devices":[],"customers":[],"meta":{"total_pages":1}}

    particle:product-device-fields a product's device tells of the product
    given POST /v1/products/practice-product/devices form id=DEVICE
    GET /v1/products/practice-product/devices/DEVICE
    200
    {"id":"DEVICE","product_id":10000,"platform_id":13,"firmware_product_id":10000,"groups":[],
      "firmware_version":1,"desired_firmware_version":null,
      "targeted_firmware_release_version":null,"development":false,"quarantined":false,
      "denied":false,"…":0}

    particle:device-unknown a device that is not in the product
    GET /v1/products/practice-product/devices/DEVICE
    403
    {"error":"Permission Denied","info":"*"}

    particle:product-device-update marking a development device, as Particle's JavaScript does
    given POST /v1/products/practice-product/devices form id=DEVICE
    given PUT /v1/products/practice-product/devices/DEVICE json {"development":true}
    GET /v1/products/practice-product/devices/DEVICE
    200
    {"development":true,"…":0}

    particle:product-routes ping below a product
    given POST /v1/products/practice-product/devices form id=DEVICE
    PUT /v1/products/practice-product/devices/DEVICE/ping
    200
    {"online":true,"ok":true}

    particle:product-routes a function below a product
    given POST /v1/products/practice-product/devices form id=DEVICE
    POST /v1/products/practice-product/devices/DEVICE/echo json {"arg":"ab"}
    200
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}

    particle:product-routes a variable below a product
    given POST /v1/products/practice-product/devices form id=DEVICE
    GET /v1/products/10000/devices/DEVICE/temperature?format=raw
    200
    46.5

    particle:device-remove a device leaves the product (the reply is not documented)
    given POST /v1/products/practice-product/devices form id=DEVICE
    DELETE /v1/products/practice-product/devices/DEVICE
    204

    particle:event-as-device an event in a device's name
    given POST /v1/products/practice-product/devices form id=DEVICE
    POST /v1/products/practice-product/events json {"name":"a","data":"b","as_device_id":"DEVICE"}
    200
    {"ok":true}

    particle:product-routes a product has its own integrations
    given POST /v1/products/practice-product/integrations json {"integration_type":"Webhook",
      "event":"e","url":"https://example.com/in","requestType":"GET"}
    GET /v1/integrations
    200
    []

    particle:product-routes and lists them
    given POST /v1/products/practice-product/integrations json {"integration_type":"Webhook",
      "event":"e","url":"https://example.com/in","requestType":"GET"}
    GET /v1/products/10000/integrations
    200
    [{"id":"HOOK","event":"e","created_at":"*","integration_type":"Webhook",
      "url":"https://example.com/in","requestType":"GET","name":"e for example.com"}]

    particle:product-routes and deletes them
    given POST /v1/products/practice-product/integrations json {"integration_type":"Webhook",
      "event":"e","url":"https://example.com/in","requestType":"GET"}
    DELETE /v1/products/practice-product/integrations/HOOK
    204
    -

    particle:hook-routes by the older name as well
    POST /v1/products/practice-product/webhooks json {"event":"e","url":"https://example.com/in"}
    201
    {"ok":true,"id":"*","url":"https://example.com/in","event":"e","name":"e for example.com",
      "created_at":"*","hookUrl":"*"}
    """#
}
