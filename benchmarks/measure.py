"""Processes and their costs, and the lines that report them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
# Without compiled files every start-up figure would be the compiler's.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
_SAMPLING_PAUSE = 0.01

over: list[str] = []
"""What missed its target so far."""


class Cost(NamedTuple):
    """Seconds that a process took, in `cpu` those of its own children included."""

    wall: float
    cpu: float


def interleaved(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Cost]]:
    """The costs of several commands, run in turn, after one round that is not counted."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(1 + rounds):
        for name, command in commands.items():
            costs[name].append(_run(command))
    return {name: each[1:] for name, each in costs.items()}


def _run(command: Sequence[str]) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):  # 2: a file needs a newer Python
        raise RuntimeError(f"exit {process.returncode}: {' '.join(command)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def output(command: Sequence[str]) -> str:
    """What a command prints. Raises CalledProcessError if it fails."""
    return subprocess.run(command, env=ENVIRONMENT, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout


def peak_memory(command: Sequence[str]) -> tuple[float, float]:
    """The peaks of a command in MB: resident in its first process, and proportional over all its processes."""
    resident = proportional = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT) as process:
        while process.poll() is None:
            resident = max(resident, _kilobytes(process.pid, "status", "VmHWM:"))
            proportional = max(proportional, sum(_kilobytes(pid, "smaps_rollup", "Pss:") for pid in _tree(process.pid)))
            time.sleep(_SAMPLING_PAUSE)
    return resident / 1024, proportional / 1024


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(below for child in children for below in _tree(int(child)))]


def _kilobytes(pid: int, file: str, field: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0  # it ended meanwhile
    return next((int(line.split()[1]) for line in lines if line.startswith(field)), 0)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, list[float]]:
    """The ratio of the least costs, and that of each round."""
    return min(ours) / min(theirs), [own / other for own, other in zip(ours, theirs, strict=True)]


def milliseconds(ours: Sequence[float], theirs: Sequence[float] = ()) -> tuple[float, list[float]]:
    """The difference of the least costs, and the quartiles of the differences of the rounds."""
    theirs = theirs or [0.0] * len(ours)
    differences = [1000 * (own - other) for own, other in zip(ours, theirs, strict=True)]
    return 1000 * (min(ours) - min(theirs)), statistics.quantiles(differences, n=4)


def title(text: str) -> None:
    """Begin a section."""
    print(f"\n{text}", flush=True)


def show(
    what: str, value: float, spread: Sequence[float] = (), unit: str = "", most: float = 0, least: float = 0
) -> None:
    """Print a figure, and whether it holds its target, if it has one."""
    target = f"≤ {most:g}{unit}" if most else f"≥ {least:g}{unit}" if least else ""
    held = (not most or value <= most) and value >= least
    if not held:
        over.append(f"{what}: {_figure(value)}{unit}, target {target}")
    shown = f"({_figure(min(spread))} … {_figure(max(spread))})" if spread else ""
    verdict = "OVER" if not held else "ok" if target else ""
    print(f"  {what:<60}{target:>9}{_figure(value) + unit:>10}  {shown:<20}{verdict}".rstrip(), flush=True)


def _figure(value: float) -> str:
    return f"{value:.{3 if abs(value) < 1 else 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0}f}"
