"""A message carries all of what it is sent, in text that is longer; a path stays a path."""

import base64
from pathlib import Path

from proofs import lab

app = lab.file_app("proofs.large_payload")
SIZE = 300_000


@app.task
def read(image: str) -> None:
    pass


def message_size() -> int:
    (message,) = Path("broker").glob("*.msg")
    size = message.stat().st_size
    message.unlink()
    return size


def prove() -> None:
    read.delay(base64.b64encode(bytes(SIZE)).decode())
    lab.claim("hazard: longer than the file", message_size() > SIZE * 4 / 3, True)
    read.delay("/scans/1.png")
    lab.claim("mended: a message of its usual size", message_size() < 10_000, True)


if __name__ == "__main__":
    lab.main(prove)
