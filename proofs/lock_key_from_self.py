"""In a decorator below a bound task `args[0]` is the task: its text is one for all arguments, and has an address."""

import subprocess
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from proofs import lab

app = lab.memory_app()


def keyed_by(place: int) -> Callable[[Callable[..., object]], Callable[..., str]]:
    """A decorator that gives the key of a lock instead of taking it."""

    def decorate(function: Callable[..., object]) -> Callable[..., str]:
        @wraps(function)
        def run(*args: Any) -> str:
            return f"{function.__name__}-{args[place]}"

        return run

    return decorate


@app.task(bind=True)
@keyed_by(0)
def groom(self: Any, horse: str) -> None: ...


@app.task(bind=True)
@keyed_by(1)
def groom_mended(self: Any, horse: str) -> None: ...


@app.task
@keyed_by(0)
def groom_unbound(horse: str) -> None: ...


def key_elsewhere() -> str:
    """The key of the same lock in another worker."""
    code = "from proofs.lock_key_from_self import groom; print(groom('Bucephalus'))"
    environment = {"PYTHONPATH": str(lab.ROOT), "PYTHONHASHSEED": "0"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


def prove() -> None:
    one, other = groom("Bucephalus"), groom("Rosinante")
    lab.claim("hazard: the key is one for two horses", one == other, True)
    names_app = one.startswith(f"groom-<@task: {groom.name} of proof at 0x")
    lab.claim("hazard: it names the task and the app", names_app, True)
    lab.claim("mended: the key of a horse", groom_mended("Bucephalus"), "groom_mended-Bucephalus")
    lab.claim("the key of a task that is not bound", groom_unbound("Bucephalus"), "groom_unbound-Bucephalus")
    keys = {key_elsewhere().partition(" at ")[2] for _ in range(3)}
    lab.claim("hazard: another worker has another key", keys == {one.partition(" at ")[2]}, False)


if __name__ == "__main__":
    lab.main(prove)
