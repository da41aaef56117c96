"""Another process finds a result by its id in files, but not with `rpc://` or `cache+memory://`."""

import os
import subprocess
import sys
from typing import Any

from proofs import lab

PROGRAM = """
import sys
from proofs.result_backend_not_shared import app_with
print(app_with(sys.argv[1]).AsyncResult(sys.argv[2]).state)
"""


def app_with(backend: str) -> Any:
    app = lab.file_app("proof")
    app.conf.result_backend = backend
    return app


def state_elsewhere(backend: str, task_id: str) -> str:
    """The state that another process sees."""
    command = [sys.executable, "-c", PROGRAM, backend, task_id]
    environment = {**os.environ, "PYTHONPATH": str(lab.ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=lab.WAIT_LIMIT)
    return done.stdout.strip()


def length(text: str) -> int:
    return len(text)


def prove() -> None:
    for backend, elsewhere in (("rpc://", "PENDING"), ("cache+memory://", "PENDING"), ("file://results", "SUCCESS")):
        app = app_with(backend)
        task = app.task(name="length")(length)
        with lab.worker_thread(app):
            sent = task.delay("abc")
            lab.claim(f"{backend}: in the process that sent it", lab.outcome(sent), ("SUCCESS", 3))
        kind = "mended" if elsewhere == "SUCCESS" else "hazard"
        lab.claim(f"{kind}: {backend} in another process", state_elsewhere(backend, sent.id), elsewhere)


if __name__ == "__main__":
    lab.main(prove)
