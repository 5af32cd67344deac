"""Run by the rivals' Python: what vcrpy takes to answer a request out of a recording of N entries.

    replay_by_vcr.py FOLDER N COUNT      one line of JSON: microseconds a request
"""
import json
import os
import sys
import time

import requests
import vcr

BODY = ('{"id":"e00fce681fffffffffc08949","name":"practice-boron","connected":true,"online":true,'
        '"platform_id":13,"functions":["blynk_led"],"variables":{"calls":"int32"},"notes":"none"}')


def url(number):
    return f"http://127.0.0.1/v1/devices/e00fce681fffffffff{100_000 + number}"


def main():
    folder, size, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    path = os.path.join(folder, f"vcr-{size}.json")
    entries = [{"request": {"method": "GET", "uri": url(number), "body": None, "headers": {}},
                "response": {"status": {"code": 200, "message": "OK"},
                             "headers": {"Content-Type": ["application/json"]},
                             "body": {"string": BODY}}} for number in range(size)]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"version": 1, "interactions": entries}, file)
    session = requests.Session()
    with vcr.use_cassette(path, serializer="json", record_mode="none",
                          allow_playback_repeats=True):
        session.get(url(0))
        start = time.perf_counter()
        for number in range(count):
            # Spread over the whole of it.
            session.get(url(number * size // count)).raise_for_status()
        seconds = time.perf_counter() - start
    print(json.dumps(seconds / count * 1e6))


main()
