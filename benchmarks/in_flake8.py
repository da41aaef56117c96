"""Plugins called as flake8 calls them, file by file, their findings swallowed."""

from __future__ import annotations

import ast
import gc
import sys
import time
from collections.abc import Sequence
from typing import Any

from benchmarks.inputs import Files
from benchmarks.measure import REPOSITORY, ratio, show, title

OTHERS = REPOSITORY / ".venv" / "bench"
"""Where `make bench` puts the other plugins, so that no test run loads them."""
_PARSE, _OURS, _BUGBEAR, _SLOW = "ast.parse", "celerylint", "flake8-bugbear", "flake8-async"
_MOST = {"free": 0.05, "candidates": 0.35, "tasks": 0.60, "mix": 0.10}
_AGAINST_BUGBEAR = {"mix": 30.0, "tasks": 6.0}
_SLOW_FILES = 5
Costs = dict[str, list[float]]


def report(files: Files, rounds: int) -> None:
    """Print what each plugin costs as a multiple of parsing."""
    title("1  In flake8, findings swallowed, over ast.parse (sums of the least of each file; spread: rounds)")
    plugins, options = _load()
    slow = plugins.pop(_SLOW, None)
    _measure(files.tasks[:1], plugins, options, 1)  # what is imported on first use
    costs = {name: _measure(getattr(files, name), plugins, options, rounds) for name in ("free", "candidates", "tasks")}
    weights = files.found[0] / len(files.free), files.found[1] / len(files.candidates)
    costs["mix"] = {
        name: [a * weights[0] + b * weights[1] for a, b in zip(free, costs["candidates"][name], strict=True)]
        for name, free in costs["free"].items()
    }
    counts = {"mix": f"{files.found[0]} free and {files.found[1]} candidates"}
    for name, most in _MOST.items():
        count = counts.get(name) or len(getattr(files, name))
        show(f"celerylint, {name} ({count})", *_over(costs[name], _OURS, _PARSE), most=most)
    for plugin in sorted(set(plugins) - {_OURS}):
        each = {name: _over(costs[name], plugin, _PARSE) for name in _MOST}
        print(f"  {plugin:<24}" + "".join(f"{name:>12} {value:.2f}" for name, (value, _) in each.items()))
    if slow:
        once = _measure(files.free[:_SLOW_FILES], {_SLOW: slow}, options, 1)
        show(f"{_SLOW}, {_SLOW_FILES} free files, once", *ratio(once[_SLOW], once[_PARSE]))
    for name, least in _AGAINST_BUGBEAR.items() if _BUGBEAR in plugins else ():
        show(f"{_BUGBEAR} over celerylint, {name}", *_over(costs[name], _BUGBEAR, _OURS), least=least)
    missing = {_BUGBEAR, _SLOW, "flake8-comprehensions", "flake8-pie"} - set(plugins) - ({_SLOW} if slow else set())
    if missing:
        print(f"  not installed (`make bench` does): {' '.join(sorted(missing))}")


def _load() -> tuple[dict[str, list[Any]], Any]:
    """The AST plugins that flake8 finds, by distribution, and its options."""
    sys.path.append(str(OTHERS))
    from flake8.options.parse_args import parse_args

    found, options = parse_args(["--isolated"])
    plugins: dict[str, list[Any]] = {}
    for plugin in found.checkers.tree:
        plugins.setdefault(plugin.plugin.package, []).append(plugin)
    return plugins, options


def _measure(paths: Sequence[str], plugins: dict[str, list[Any]], options: Any, rounds: int) -> Costs:
    """For parsing and each plugin the seconds over all files: first the sum of the least, then every round's."""
    from flake8.processor import FileProcessor

    names = [_PARSE, *plugins]
    costs = {name: [0.0] * (1 + rounds) for name in names}
    gc.collect()
    gc.freeze()
    gc.disable()
    for path in paths:
        lines = FileProcessor(path, options).lines
        least = dict.fromkeys(names, float("inf"))
        for number in range(rounds):
            for name in names[number:] + names[:number]:
                processor, text = FileProcessor(path, options, list(lines)), "".join(lines)
                start = time.perf_counter()
                tree = ast.parse(text)  # a fresh one, since a plugin may leave marks on it
                if name != _PARSE:
                    start = time.perf_counter()
                    for plugin in plugins[name]:
                        _run(plugin, processor, tree)
                seconds = time.perf_counter() - start
                least[name] = min(least[name], seconds)
                costs[name][1 + number] += seconds
                del tree
        for name in names:
            costs[name][0] += least[name]
        gc.collect()
    gc.enable()
    gc.unfreeze()
    return costs


def _run(plugin: Any, processor: Any, tree: ast.Module) -> None:
    """What flake8.checker.FileChecker does with an AST plugin."""
    checker = plugin.obj(tree=tree, **processor.keyword_arguments_for(plugin.parameters, {"tree": tree}))
    for _ in checker.run() if hasattr(checker, "run") else checker:
        pass


def _over(costs: Costs, one: str, other: str) -> tuple[float, list[float]]:
    each = [own / theirs for own, theirs in zip(costs[one], costs[other], strict=True)]
    return each[0], each[1:]
