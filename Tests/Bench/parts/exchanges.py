"""One request at a time: over a line that is kept, and out of a recording."""
import libcurl
import rivals
from inside import inside
from table import Row

REQUESTS = 3_000


def kept_alive(footbridge):
    """Request on a kept-alive connection: ours beside libcurl's own, turn by turn."""
    with footbridge.serve() as serving:
        url = f"http://127.0.0.1:{serving.port('particle')}/v1/user"
        ours, theirs = [], []
        for _ in range(3):
            ours.append(inside(footbridge, "requests", url, serving.start["access_token"],
                               str(REQUESTS)))
            theirs.append(libcurl.seconds_of_requests(url, serving.bearer, REQUESTS))
    best = min(ours, key=lambda seen: seen["median"])
    if theirs[0] is None:
        yield Row("a request, kept-alive", best["median"], "µs", None, "libcurl: not found")
        return
    curl = min(times[len(times) // 2] for times in theirs) * 1e6
    yield Row("a request, kept-alive", best["median"], "µs", curl * 1.3,
              f"libcurl alone {curl:.0f} µs: {best['median'] / curl:.2f} of it")


def recordings(footbridge):
    """Recordings: a request out of a short and a long one, an exchange written down."""
    seen = inside(footbridge, "recordings")
    for size, count in ((20, 200), (10_000, 40)):
        other = rivals.vcr(footbridge.folder, size, count)
        yield Row(f"replay, a request, {size:,} entries", seen[f"replay_{size}"], "µs", 50,
                  f"vcrpy {other:,.0f} µs" if other else "")
    yield Row("recording, an exchange", seen["record"], "µs", None, "no sync; two copies written")
    yield Row("recording, an exchange on the disk", seen["bytes"], "bytes", None,
              "a reply of some 190 bytes")
