"""Run by the rivals' Python: a recording of N entries as mitmdump replays it.

    flows_by_mitmproxy.py FILE N
"""
import sys

from mitmproxy import http, io
from mitmproxy.test import tflow


def main():
    with open(sys.argv[1], "wb") as file:
        writer = io.FlowWriter(file)
        for number in range(int(sys.argv[2])):
            request = http.Request.make("GET", f"http://127.0.0.1:9/v1/devices/{number}")
            reply = http.Response.make(200, b"{}", {"Content-Type": "application/json"})
            writer.add(tflow.tflow(req=request, resp=reply))


main()
