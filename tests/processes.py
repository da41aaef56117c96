"""Tools of this environment as processes, with nothing of the caller's environment that could change what they say."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

KEPT = ("PATH", "LANG", "PYTHONPATH", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NIX_SSL_CERT_FILE")
KEPT_FAMILIES = ("COVERAGE_", "PIP_", "UV_")
UNREACHABLE = ("dns error", "error sending request", "Failed to fetch", "Could not connect", "Temporary failure in name")


def clean_environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Only what finds programs and the package registry, and lets coverage see processes."""
    kept = {key: value for key, value in os.environ.items() if key in KEPT or key.startswith(KEPT_FAMILIES)}
    return {**kept, "HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull, **(more or {})}


def run(
    command: Sequence[str | Path], cwd: Path, *, text: str | bytes = b"", path: Path | None = None, limit: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder. `text` is its standard input; modules in the folder `path` come first on its path."""
    environment = clean_environment(cwd)
    if path:
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(path), environment.get("PYTHONPATH")]))
    given = text.encode() if isinstance(text, str) else text
    done = subprocess.run(command, cwd=cwd, input=given, capture_output=True, env=environment, timeout=limit, check=False)
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def run_module(
    module: str, *arguments: str, cwd: Path, text: str | bytes = b"", path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a module of this environment as a program."""
    return run([sys.executable, "-m", module, *arguments], cwd, text=text, path=path)


def unreachable(done: subprocess.CompletedProcess[str]) -> str | None:
    """The line that says that the package registry is out of reach, if that is why a command failed."""
    lines = f"{done.stdout}\n{done.stderr}".splitlines()
    return next((line.strip() for line in lines if any(sign in line for sign in UNREACHABLE)), None)
