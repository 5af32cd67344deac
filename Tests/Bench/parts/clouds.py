"""The practice clouds under load."""
import load
import nginx
import rivals
import stream
from table import Row

CONNECTIONS = 8
EVENTS = 100_000


def json_route(footbridge):
    """Practice clouds, JSON route: eight kept-alive connections, beside nginx."""
    with footbridge.serve() as serving:
        request = f"GET /v1/devices HTTP/1.1\r\nHost: x\r\n{serving.bearer}\r\n".encode()
        port = serving.port("particle")
        if not nginx.program():
            rate, took = load.send(port, request, CONNECTIONS)
            yield Row("JSON route, 8 connections", rate, "req/s", None, "nginx: not installed")
        else:
            body = "x" * (load.reply_length(port, request) - 180)
            with nginx.Nginx(footbridge.folder, body) as other:
                load.send(port, request, CONNECTIONS, 0.5)
                runs = [(load.send(port, request, CONNECTIONS),
                         load.send(other.port, request, CONNECTIONS)) for _ in range(3)]
            rate, took = max((run[0] for run in runs), key=lambda run: run[0])
            beside = max(run[1][0] for run in runs)
            slower = rivals.moto(footbridge.folder)[1]
            yield Row("JSON route, 8 connections", rate, "req/s", beside * 0.33,
                      f"nginx {beside:,.0f} req/s: {rate / beside:.2f} of it"
                      + (f"; moto_server {slower:,.0f}" if slower else ""), least=True)
        yield Row("JSON route, 99th percentile", took[int(len(took) * 0.99)] * 1000, "ms", 1.5,
                  f"median {took[len(took) // 2] * 1000:.3f} ms")


def many_events(footbridge):
    """Practice clouds, memory after many events: one stream open, eight that publish."""
    with footbridge.serve() as serving:
        port = serving.port("particle")
        body = "name=bench%2Fevent&data=" + "x" * 100
        request = (f"POST /v1/devices/events HTTP/1.1\r\nHost: x\r\n{serving.bearer}"
                   "Content-Type: application/x-www-form-urlencoded\r\n"
                   f"Content-Length: {len(body)}\r\n\r\n{body}").encode()
        with stream.Listener(port, serving.bearer) as listener:
            load.send(port, request, CONNECTIONS, count=1000)
            before = serving.memory_mb
            rate, _ = load.send(port, request, CONNECTIONS, count=EVENTS)
            after = serving.memory_mb
        seen = listener.count
        yield Row(f"memory after {EVENTS:,} events", after, "MB", before + 8,
                  f"{before:.1f} MB before; the target is ours: 8 MB more")
        yield Row("events published", rate, "1/s", None, f"{seen:,} seen by a listener")
