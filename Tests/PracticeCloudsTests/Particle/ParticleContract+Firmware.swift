extension ParticleContract {
  /// Compiling and flashing.
  static let firmware = #"""
    particle:compile-reply a source is compiled
    POST /v1/binaries files file@main.ino=// echo;platform_id=13;build_target_version=5.8.0
    200
    {"ok":true,"binary_id":"*","binary_url":"*","build_target_version":"5.8.0",
      "expires_at":"*","sizeInfo":"*"}

    particle:compile-request for the latest Device OS
    POST /v1/binaries files file@main.ino=// echo;file2@a.h=//;platform_id=13;latest=true
    200
    {"ok":true,"build_target_version":"6.1.1","…":0}

    particle:compile-refused (recorded) a source that does not compile: the body says 200
    POST /v1/binaries files file@main.ino=int main() {}
    406
    {"ok":false,"code":200,"output":"build didn't produce binary","stdout":"","errors":["*"]}

    particle:binary-fetch the binary can be fetched
    given POST /v1/binaries files file@main.ino=// echo
    GET /v1/binaries/BINARY
    200 content-type=application/binary

    particle:binary-fetch a binary that is not there (not documented)
    GET /v1/binaries/5f00aa11bb22cc33dd44ee55
    404

    particle:flash-request a source is flashed
    PUT /v1/devices/DEVICE files file@main.ino=// echo, the second
    200
    {"ok":true,"message":"Update started"}

    particle:flash-request also below a product
    given POST /v1/products/practice-product/devices form id=DEVICE
    PUT /v1/products/practice-product/devices/DEVICE files file@main.ino=// echo, the second
    200
    {"ok":true,"message":"Update started"}

    particle:flash-refused (recorded) a source that does not compile is a 200
    PUT /v1/devices/DEVICE files file@main.ino=int main() {}
    200
    {"ok":false,"output":"build didn't produce binary","stdout":"","errors":["*"]}

    particle:flash-offline (recorded) an offline device
    given offline
    PUT /v1/devices/DEVICE files file@main.ino=// echo, the second
    500
    {"ok":false,"code":500,"errors":["Request Timed Out"]}

    particle:os-versions the list of Device OS versions needs no token
    GET /v1/build_targets token none
    200
    {"targets":[{"version":"6.1.1","…":0}],"…":0}
    """#
}
