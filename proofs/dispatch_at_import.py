"""A module that sends a task at import sends it once in every process that imports it."""

import subprocess
import sys
from pathlib import Path

from proofs import lab

APP = """
from celery import Celery
app = Celery("lanterns", broker="filesystem://")
app.conf.broker_transport_options = {"data_folder_in": "broker", "data_folder_out": "broker"}

@app.task
def light(): ...

"""


def messages_after(source: str, processes: int) -> int:
    """How many messages there are after so many processes have imported a module."""
    Path("lanterns.py").write_text(APP + source)
    importing = [subprocess.Popen([sys.executable, "-c", "import lanterns"]) for _ in range(processes)]
    lab.claim("the imports end well", {process.wait() for process in importing}, {0})
    return len(list(Path("broker").iterdir()))


def prove() -> None:
    guarded = "def start():\n    light.delay()\n\nif __name__ == '__main__':\n    start()\n"
    lab.claim("mended: messages, of a function and under __main__", messages_after(guarded, 2), 0)
    lab.claim("hazard: messages of two processes", messages_after("light.delay()\n", 2), 2)


if __name__ == "__main__":
    lab.main(prove)
