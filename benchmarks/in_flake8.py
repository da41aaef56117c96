"""Plugins called as flake8 calls them, file by file, their findings swallowed."""

from __future__ import annotations

import ast
import gc
import sys
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from benchmarks.inputs import Files
from benchmarks.measure import PLUGINS, at_least, at_most, note, title

PARSE, OURS = "ast.parse", "celerylint"
_TARGETS = {"free": 0.05, "candidates": 0.35, "tasks": 0.60, "mix": 0.10}
_AGAINST_BUGBEAR = {"mix": 30, "tasks": 6}
_SLOW = {"flake8-async"}
_SLOW_FILES = 12
Costs = dict[str, list[float]]


class _Loaded(NamedTuple):
    """The AST plugins that flake8 finds, by distribution, and flake8's options."""

    plugins: dict[str, list[Any]]
    options: Any


def report(files: Files, rounds: int) -> None:
    """Print what each plugin costs as a multiple of parsing."""
    title("1  In flake8, findings swallowed, over ast.parse (sums of the least of each file; spread: rounds)")
    loaded = _load()
    fast = {name: plugins for name, plugins in loaded.plugins.items() if name not in _SLOW}
    classes = {name: getattr(files, name) for name in ("free", "candidates", "tasks")}
    _measure(files.tasks[:1], fast, loaded.options, 1)  # what is imported on first use
    costs = {name: _measure(paths, fast, loaded.options, rounds) for name, paths in classes.items()}
    weights = [files.found[0] / len(files.free), files.found[1] / len(files.candidates)]
    costs["mix"] = {
        plugin: [
            free * weights[0] + candidate * weights[1]
            for free, candidate in zip(costs["free"][plugin], costs["candidates"][plugin], strict=True)
        ]
        for plugin in costs["free"]
    }
    for name, target in _TARGETS.items():
        at_most(f"{OURS}, {_described(name, files)}", target, *_against_parse(costs[name], OURS))
    for plugin in sorted(set(fast) - {OURS}):
        for name in _TARGETS:
            note(f"{plugin}, {name}", *_against_parse(costs[name], plugin))
    if "flake8-bugbear" in fast:
        for name, least in _AGAINST_BUGBEAR.items():
            theirs, ours = costs[name]["flake8-bugbear"], costs[name][OURS]
            spread = [other / own for other, own in zip(theirs, ours, strict=True)]
            at_least(f"flake8-bugbear as a multiple of {OURS}, {name}", least, spread[0], spread[1:])
    for plugin in sorted(_SLOW & set(loaded.plugins)):
        only = {plugin: loaded.plugins[plugin]}
        slow = _measure(files.free[:_SLOW_FILES], only, loaded.options, 1)
        note(f"{plugin}, {_SLOW_FILES} free files, once", _against_parse(slow, plugin)[0])
    for plugin in ("flake8-async", "flake8-bugbear", "flake8-comprehensions", "flake8-pie"):
        if plugin not in loaded.plugins:
            print(f"  {plugin} is not installed: `make bench` does")


def _described(name: str, files: Files) -> str:
    if name == "mix":
        return "mix of {} free and {} candidates".format(*files.found)
    return f"{len(getattr(files, name))} {name}"


def _load() -> _Loaded:
    if PLUGINS.is_dir():
        sys.path.append(str(PLUGINS))
    from flake8.options.parse_args import parse_args

    found, options = parse_args(["--isolated"])
    plugins: dict[str, list[Any]] = {}
    for plugin in found.checkers.tree:
        plugins.setdefault(plugin.plugin.package, []).append(plugin)
    return _Loaded(plugins, options)


def _measure(paths: Sequence[str], plugins: dict[str, list[Any]], options: Any, rounds: int) -> Costs:
    """For parsing and each plugin the seconds over all files: first the sum of the least, then every round's."""
    from flake8.processor import FileProcessor

    names = [PARSE, *plugins]
    least = dict.fromkeys(names, 0.0)
    by_round = {name: [0.0] * rounds for name in names}
    gc.collect()
    gc.freeze()
    gc.disable()
    for path in paths:
        times: Costs = {name: [] for name in names}
        lines = FileProcessor(path, options).lines
        for number in range(rounds):
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                processor, text = FileProcessor(path, options, list(lines)), "".join(lines)
                start = time.perf_counter()
                tree = ast.parse(text)
                if name != PARSE:
                    start = time.perf_counter()
                    for plugin in plugins[name]:
                        _run(plugin, processor, tree)
                seconds = time.perf_counter() - start
                times[name].append(seconds)
                by_round[name][number] += seconds
                del tree
        for name in names:
            least[name] += min(times[name])
        gc.collect()
    gc.enable()
    gc.unfreeze()
    return {name: [least[name], *by_round[name]] for name in names}


def _run(plugin: Any, processor: Any, tree: ast.Module) -> None:
    """What flake8.checker.FileChecker does with an AST plugin."""
    checker = plugin.obj(tree=tree, **processor.keyword_arguments_for(plugin.parameters, {"tree": tree}))
    for _ in checker.run() if hasattr(checker, "run") else checker:
        pass


def _against_parse(costs: Costs, plugin: str) -> tuple[float, list[float]]:
    each = [own / parse for own, parse in zip(costs[plugin], costs[PARSE], strict=True)]
    return each[0], each[1:]
