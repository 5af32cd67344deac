#!/usr/bin/env bash
# The curl tool's variables for certificates do not add up: the first that is set counts alone.
#
# Guess: SSL_CERT_FILE and SSL_CERT_DIR are both trusted, as OpenSSL's own programs do it, and a
# CURL_CA_BUNDLE is one more place to look.
# Seen with curl 7.88.1 (Debian 12): CURL_CA_BUNDLE switches the other two off, even where it does
# not hold the server's certificate and the directory does. SSL_CERT_DIR switches SSL_CERT_FILE off:
# the right file beside a wrong directory is refused, and a file that does not exist beside a right
# directory is no error. An empty variable is none.
set -euo pipefail

work=$(mktemp -d)
server=""
end() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"; }
trap end EXIT
unset CURL_CA_BUNDLE SSL_CERT_FILE SSL_CERT_DIR
cd "$work"

# The pinned package, unpacked here; the machine's own curl stays as it is.
apt-get download -qq 'curl=7.88.1-10*' 'libcurl4=7.88.1-10*' >/dev/null 2>&1 || {
  echo "curl 7.88.1 is not to be had by apt-get here"; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root; done
library=$(dirname "$(find "$PWD/root" -name 'libcurl.so.4' | head -n 1)")
curl() { env LD_LIBRARY_PATH="$library" "$@" "$work/root/usr/bin/curl" -s -o /dev/null "$url"; }
"$work/root/usr/bin/curl" --version | head -n 1

certificate() { # NAME SUBJECT
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.pem" -days 2 \
    -subj "/CN=$2" -addext "subjectAltName=DNS:$2" >/dev/null 2>&1
}
certificate right localhost
certificate wrong other.example
mkdir rightdir wrongdir
cp right.pem rightdir/; openssl rehash rightdir
cp wrong.pem wrongdir/; openssl rehash wrongdir

cat >serve.py <<'P'
import http.server, ssl, threading
class Ok(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
    def log_message(self, *a): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ok)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("right.pem", "right.key")
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Timer(60, server.shutdown).start()
open("port.new", "w").write(str(server.server_address[1]))
import os; os.rename("port.new", "port")
server.serve_forever()
P
python3 serve.py 2>/dev/null & server=$!
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done
url=https://localhost:$(cat port)/

failed=0
expect() { # EXIT VARIABLE=VALUE...
  local want=$1 got=0; shift
  curl "$@" || got=$?
  printf '%-62s curl exits %s\n' "$*" "$got"
  [ "$got" = "$want" ] || { echo "  expected $want"; failed=1; }
}
expect 0  SSL_CERT_FILE=right.pem
expect 0  SSL_CERT_DIR=rightdir
expect 60 SSL_CERT_FILE=right.pem SSL_CERT_DIR=wrongdir
expect 0  SSL_CERT_FILE=missing.pem SSL_CERT_DIR=rightdir
expect 77 SSL_CERT_FILE=missing.pem
expect 60 CURL_CA_BUNDLE=wrong.pem SSL_CERT_DIR=rightdir
expect 60 CURL_CA_BUNDLE=wrong.pem SSL_CERT_FILE=right.pem
expect 0  CURL_CA_BUNDLE= SSL_CERT_FILE=right.pem
exit $failed
