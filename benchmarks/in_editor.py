"""What a key costs in an editor: the check of the text as it is then, the other files of its project known."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Any

from benchmarks.inputs import Files
from benchmarks.measure import BIN, ENVIRONMENT, ratio, show, title
from celerylint.hosts.lsp import DELAY

_LOOK = """
import json, sys, time
from celerylint.hosts.editor import look
from celerylint.syntax.source import decode
seconds = []
for path in sys.argv[2:]:
    text = decode(open(path, "rb").read())
    look(path, text, "utf-16")
    least = 1e9
    for number in range(int(sys.argv[1])):
        start = time.process_time()
        look(path, f"{text}\\n# {number}\\n", "utf-16")
        least = min(least, time.process_time() - start)
    seconds.append(least)
print(json.dumps(seconds))
"""


def report(files: Files, count: int, rounds: int) -> None:
    """Files with tasks, each edited some times in one process; and one of middling size through the server."""
    title(f"8  A key in an editor, {len(files.tasks[:count])} files with tasks, the index warm")
    paths = sorted(files.tasks[:count], key=os.path.getsize)
    with tempfile.TemporaryDirectory() as cache:
        environment = {**ENVIRONMENT, "CELERYLINT_CACHE_DIR": cache}
        command = [sys.executable, "-c", _LOOK, str(rounds), *paths]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        looks = json.loads(done.stdout)
        parses = [_parse(path, rounds) for path in paths]
        show("check / ast.parse of the same files", sum(looks) / sum(parses), ratio(looks, parses)[1], most=15)
        show("check, the slowest file (the median in parentheses)", *_slowest(looks), " ms")
        waits = _round_trips(paths[len(paths) // 2], rounds, environment)
        show(
            "didChange to diagnostics, one file, less the pause", 1000 * min(waits), [1000 * max(waits)], " ms", most=50
        )


def _slowest(looks: list[float]) -> tuple[float, list[float]]:
    return 1000 * max(looks), [1000 * sorted(looks)[len(looks) // 2]]


def _parse(path: str, rounds: int) -> float:
    text = Path(path).read_bytes()
    least = 1e9
    for _ in range(rounds):
        start = time.process_time()
        ast.parse(text)
        least = min(least, time.process_time() - start)
    return least


def _round_trips(path: str, rounds: int, environment: dict[str, str]) -> list[float]:
    """Seconds from a change to what is found in it, without the pause that the server makes for further keys."""
    uri, text = Path(path).as_uri(), Path(path).read_text("utf-8")
    pipe = subprocess.PIPE
    waits = []
    with subprocess.Popen([str(BIN / "celerylint"), "lsp"], env=environment, stdin=pipe, stdout=pipe) as server:
        assert server.stdin
        assert server.stdout
        _send(server.stdin, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}, id=0)
        _send(server.stdin, "initialized", {})
        document = {"uri": uri, "languageId": "python", "version": 0, "text": text}
        _send(server.stdin, "textDocument/didOpen", {"textDocument": document})
        _wait(server.stdout, 0)
        for version in range(1, rounds + 1):
            start = time.perf_counter()
            changed = {"text": f"{text}\n# {version}\n"}
            place = {"uri": uri, "version": version}
            _send(server.stdin, "textDocument/didChange", {"textDocument": place, "contentChanges": [changed]})
            _wait(server.stdout, version)
            waits.append(time.perf_counter() - start - DELAY)
        _send(server.stdin, "shutdown", None, id=1)
        _send(server.stdin, "exit", None)
        server.communicate()
    return waits


def _send(stream: IO[bytes], method: str, params: Any, **more: int) -> None:
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    stream.flush()


def _wait(stream: IO[bytes], version: int) -> None:
    """Read messages up to the diagnostics of a version."""
    while True:
        length = 0
        while line := stream.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["version"] == version:
            return
