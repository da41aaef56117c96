"""A session of aiohttp or a client of httpx that is not closed leaves its connection to the garbage collector.

aiohttp logs "Unclosed client session", and of httpx the socket warns when it is collected.
"""

import asyncio
import gc
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from typing import Any

from proofs import lab

app = lab.memory_app()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps the connection

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        serving.daemon_threads = True
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


@app.task
def fetch_with_aiohttp(url: str, is_closed: bool) -> int:
    import aiohttp

    async def fetch() -> int:
        session = aiohttp.ClientSession()
        try:
            return (await session.get(url)).status
        finally:
            if is_closed:
                await session.close()

    return asyncio.run(fetch())


@app.task
def fetch_with_httpx(url: str, is_closed: bool) -> int:
    import httpx

    client = httpx.Client()
    try:
        return client.get(url).status_code
    finally:
        if is_closed:
            client.close()


def warnings_of(task: Any, url: str, is_closed: bool) -> tuple[Any, bool]:
    """What a task ended with, and whether a connection to the server was left to the collector."""
    port = url.rpartition(":")[2].strip("/")
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ResourceWarning)
        end = lab.outcome(task.delay(url, is_closed))
        gc.collect()
        said = [str(each.message) for each in caught if issubclass(each.category, ResourceWarning)]
    return end, any("client session" in text or f"raddr=('127.0.0.1', {port})" in text for text in said)


def prove() -> None:
    tasks = [fetch for name, fetch in (("aiohttp", fetch_with_aiohttp), ("httpx", fetch_with_httpx)) if find_spec(name)]
    if not tasks:
        lab.skip("neither aiohttp nor httpx is installed")
    with lab.worker_thread(app), server() as url:
        for task in tasks:
            lab.claim(f"mended: {task.name}", warnings_of(task, url, True), (("SUCCESS", 200), False))
            lab.claim(f"hazard: {task.name}", warnings_of(task, url, False), (("SUCCESS", 200), True))


if __name__ == "__main__":
    lab.main(prove)
