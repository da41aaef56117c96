"""A session for each item opens a connection for each; one session for all opens one."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from proofs import lab

try:
    import requests
except ImportError:
    requests = None  # type: ignore[assignment]

app = lab.memory_app()
connections: list[object] = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        super().setup()
        connections.append(self.client_address)

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@app.task
def fetch_each_with_own(url: str) -> None:
    for _ in range(20):
        with requests.Session() as session:
            session.get(url, timeout=5)


@app.task
def fetch_each_with_one(url: str) -> None:
    with requests.Session() as session:
        for _ in range(20):
            session.get(url, timeout=5)


def prove() -> None:
    if requests is None:
        lab.skip("requests is not installed")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    with lab.worker_thread(app):
        fetch_each_with_own.delay(url).get(timeout=lab.WAIT_LIMIT)
        lab.claim("hazard: connections for 20 items", len(connections), 20)
        connections.clear()
        fetch_each_with_one.delay(url).get(timeout=lab.WAIT_LIMIT)
        lab.claim("mended: connections for 20 items", len(connections), 1)
    server.shutdown()


if __name__ == "__main__":
    lab.main(prove)
