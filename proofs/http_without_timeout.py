"""A server that accepts a connection and says nothing holds a task for as long as it likes.

requests, urllib and urllib3 wait without end unless they are given a timeout; httpx waits five seconds, without end if
told `timeout=None`.
"""

import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from proofs import lab

app = lab.memory_app()
PATIENCE = 1.0  # seconds after which a task counts as held
LIBRARIES = ("urllib", "urllib3", "requests", "httpx")


def sender(library: str) -> Callable[..., Any]:
    """The function of a library that gets a page."""
    if library == "requests":
        import requests

        return requests.get
    if library == "urllib3":
        import urllib3

        return lambda url, **options: urllib3.PoolManager(retries=False).request("GET", url, **options)
    if library == "httpx":
        import httpx

        return httpx.get
    return urllib.request.urlopen


@app.task
def fetch(library: str, url: str) -> None:
    sender(library)(url, **({"timeout": None} if library == "httpx" else {}))


@app.task
def fetch_with_timeout(library: str, url: str) -> None:
    sender(library)(url, timeout=0.2)


@contextmanager
def silent_server() -> Iterator[str]:
    """The address of a server that answers nobody; at its end it hangs up."""
    connections: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    connections.append(server.accept()[0])
                except OSError:
                    return

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
    for connection in connections:
        connection.close()


def prove() -> None:
    found = [name for name in LIBRARIES if name == "urllib" or find_spec(name)]
    for name in sorted(set(LIBRARIES) - set(found)):
        print(f"not run: {name} is not installed")
    with lab.worker_thread(app, "threads", 2 * len(found)), silent_server() as url:
        held = {name: fetch.delay(name, url) for name in found}
        ended = {name: fetch_with_timeout.delay(name, url) for name in found}
        states = {name: lab.outcome(result)[0] for name, result in ended.items()}
        time.sleep(PATIENCE)
        lab.claim(
            "hazard: the task has ended", {name: held[name].ready() for name in found}, dict.fromkeys(found, False)
        )
        lab.claim("mended: a timeout ends it", states, dict.fromkeys(found, "FAILURE"))


if __name__ == "__main__":
    lab.main(prove)
