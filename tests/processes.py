"""Tools of this environment as processes, with nothing of the caller's environment that could change what they say."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

KEPT = ("PATH", "HOME", "LANG", "PYTHONPATH", "REQUESTS_CA_BUNDLE", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
KEPT_FAMILIES = ("COVERAGE_", "PIP_", "SSL_CERT_", "UV_")
UNREACHABLE = ("Failed to fetch", "error sending request", "NewConnectionError", "(from versions: none)")


class Done(NamedTuple):
    """What a process left."""

    code: int
    out: str
    err: str


def clean_environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Only what finds programs and the package registry, and lets coverage see processes."""
    kept = {key: value for key, value in os.environ.items() if key.upper() in KEPT or key.startswith(KEPT_FAMILIES)}
    return {**kept, **(more or {})}


def run(
    command: Sequence[str | Path], cwd: Path, *, text: str | bytes = b"", more: Mapping[str, str] | None = None
) -> Done:
    """Run a command in a folder. `text` is its standard input, `more` is added to its environment."""
    given = text.encode() if isinstance(text, str) else text
    done = subprocess.run(
        command, cwd=cwd, input=given, capture_output=True, env=clean_environment(more), timeout=900, check=False
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_module(
    module: str,
    *arguments: str,
    cwd: Path,
    text: str | bytes = b"",
    path: Path | None = None,
    more: Mapping[str, str] | None = None,
) -> Done:
    """Run a module of this environment as a program. Modules in the folder `path` come first on its path, so a
    `sitecustomize` there is run by it and by its own processes. `more` is added to its environment."""
    # Hosts look for settings up to the home folder, and write caches below it.
    more = {"HOME": str(cwd.parent), **(more or {})}
    if path:
        more["PYTHONPATH"] = os.pathsep.join(filter(None, [str(path), os.environ.get("PYTHONPATH")]))
    return run([sys.executable, "-m", module, *arguments], cwd, text=text, more=more)


def unreachable(done: Done) -> str | None:
    """The line that says that the package registry is out of reach, if that is why a command failed."""
    lines = f"{done.out}\n{done.err}".splitlines()
    return next((line.strip() for line in lines if any(sign in line for sign in UNREACHABLE)), None)
