"""Run celerylint over real applications that use Celery, pinned in `ecosystem.toml`.

    python -m tools.ecosystem fetch [NAME ...]                  download and unpack what is not there yet
    python -m tools.ecosystem lint [NAME ...] [--select LIST]   one line a finding
    python -m tools.ecosystem diff [NAME ...]                   compare with the accepted ones; exit 1 if changed
    python -m tools.ecosystem accept [NAME ...]                 accept the findings of now
    python -m tools.ecosystem hosts [NAME ...]                  flake8, pylint, command line; exit 1 if they differ
    python -m tools.ecosystem fixes [NAME ...] [--diff FILE]    mend copies; exit 1 if anything else changed with it

The trees are in `~/.cache/celerylint/ecosystem`. They are only read: nothing of them is built, imported or executed.
Therefore they are wheels, fetched by pip, and of a wheel only the Python files are unpacked.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

HERE = Path(__file__).parent
CACHE = Path.home() / ".cache" / "celerylint" / "ecosystem"
ACCEPTED = HERE / "ecosystem-findings.json"
LEFT_OUT = ".git,.venv,venv,node_modules,__pycache__,build,dist,.tox,.nox,.eggs,site-packages"
CELERY_WORD = re.compile(rb"(?i)celery|shared_task|crontab")
HOST_COMMENT = re.compile(r"(?i)noqa|pylint:|celerylint:")
OUT_OF_REACH = re.compile(r"(?i)connection|retrying|timed out|proxy|ssl|temporary failure|unreachable")


class EcosystemError(Exception):
    """Something asked for could not be done: said in one line, exit 2."""


@dataclass(frozen=True)
class App:
    """A pinned wheel of an application or library on PyPI."""

    name: str
    version: str
    sha256: str

    @property
    def tree(self) -> Path:
        """The folder with its Python files."""
        return CACHE / f"{self.name}-{self.version}"


class Finding(NamedTuple):
    """A finding as every host can tell it: column 1-based, path relative to the tree."""

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.message}"


def apps(names: Iterable[str] = ()) -> list[App]:
    """The pinned applications of these names; all for no name."""
    toml = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    entries = toml.loads((HERE / "ecosystem.toml").read_text(encoding="utf-8"))["app"]
    pinned = [App(entry["name"], entry["version"], entry["sha256"]) for entry in entries if entry["kind"] == "wheel"]
    wanted = set(names)
    if unknown := wanted - {app.name for app in pinned}:
        raise EcosystemError(f"not in ecosystem.toml: {', '.join(sorted(unknown))}")
    return [app for app in pinned if not wanted or app.name in wanted]


def fetch(app: App) -> str:
    """Download with pip, which checks the sha256, and unpack into a temporary folder that is renamed when whole."""
    if app.tree.is_dir():
        return "is there"
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix=".fetching-") as folder:
        work = Path(folder)
        (wanted := work / "wanted.txt").write_text(f"{app.name}=={app.version} --hash=sha256:{app.sha256}\n")
        options = ["--no-deps", "--only-binary=:all:", "--ignore-requires-python", "--require-hashes", f"--dest={work}"]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--retries=1", *options, "-r", str(wanted)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            cause = "the package index is out of reach" if OUT_OF_REACH.search(done.stderr) else "pip download failed"
            raise EcosystemError(f"{app.name}: {cause}: ... {' '.join(done.stderr.split())[-300:]}")
        [wheel] = work.glob("*.whl")
        unpack(wheel, work / "tree")
        (work / "tree").rename(app.tree)
    return "fetched"


def unpack(wheel: Path, tree: Path) -> None:
    """Write the Python files of a wheel; a member that would leave the tree, or is a link, is an error."""
    tree.mkdir()
    (tree / "setup.cfg").touch()  # a project begins here: names are followed from file to file
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            path = PurePosixPath(member.filename)
            odd = path.is_absolute() or ".." in path.parts or set(member.filename) & set("\\:\0")
            if odd or stat.S_ISLNK(member.external_attr >> 16):
                raise EcosystemError(f"{wheel.name}: unsafe member {member.filename!r}")
            if path.suffix in {".py", ".pyi"} and not member.is_dir():
                target = tree.joinpath(*path.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(member))


def run(app: App, command: str, *options: str, ok: tuple[int, ...]) -> str:
    """What a command installed beside this Python prints in the application's tree; stderr goes to stderr, named."""
    program = Path(sys.executable).with_name(command)
    done = subprocess.run([str(program), *options], cwd=app.tree, capture_output=True, encoding="utf-8", check=False)
    for line in done.stderr.splitlines():
        print(f"{app.name}: {line}", file=sys.stderr)
    if done.returncode not in ok or (command == "celerylint" and not done.stdout.strip()):
        raise EcosystemError(f"{app.name}: {command} ended with {done.returncode}")
    return done.stdout


def by_command_line(app: App, *chosen: str) -> list[Finding]:
    """The findings of `celerylint check`, sorted; files that it cannot read are named on stderr, and do not stop it."""
    options = ["check", "--output-format", "json", "--isolated", "--no-cache", *chosen, "."]
    found = json.loads(run(app, "celerylint", *options, ok=(0, 1, 2)))
    return sorted(Finding(one["path"], one["line"], one["column"], one["code"], one["message"]) for one in found)


def parse(app: App, text: str, shift: int) -> Iterator[Finding]:
    """The findings in tab-separated lines of flake8 or pylint (`C9202` is CEL202); `shift` makes columns 1-based."""
    for line in text.splitlines():
        parts = line.split("\t", 4)
        if len(parts) == 5 and re.fullmatch(r"CEL\d+|[EWC]9\d{3}", parts[3]):
            path = os.path.relpath(app.tree / parts[0], app.tree).replace(os.sep, "/")
            code = parts[3] if parts[3].startswith("CEL") else f"CEL{parts[3][2:]}"
            yield Finding(path, int(parts[1]), int(parts[2]) + shift, code, parts[4])


def by_flake8(app: App) -> list[Finding]:
    """The findings of the flake8 plugin."""
    template = "--format=%(path)s\t%(row)d\t%(col)d\t%(code)s\t%(text)s"
    options = ["--select=CEL", "--isolated", "-j1", f"--exclude={LEFT_OUT}", template, "."]
    return list(parse(app, run(app, "flake8", *options, ok=(0, 1)), shift=0))


def candidates(app: App) -> set[str]:
    """The files with a word of Celery, outside the folders that the hosts leave out."""
    paths = {path.relative_to(app.tree) for path in app.tree.rglob("*.py*") if path.is_file()}
    kept = {path for path in paths if not set(LEFT_OUT.split(",")) & set(path.parts)}
    return {path.as_posix() for path in kept if CELERY_WORD.search((app.tree / path).read_bytes())}


def by_pylint(app: App, also: set[str]) -> list[Finding]:
    """The findings of the pylint plugin in the files with a word of Celery and in `also`: pylint is slow."""
    files = sorted(candidates(app) | also)
    rules = json.loads(run(app, "celerylint", "rules", "--output-format", "json", ok=(0,)))
    names = ",".join(f"celery-{rule['name']}" for rule in rules if rule["profile"] == "recommended")
    options = ["--load-plugins=celerylint.pylint", "--disable=all", f"--enable={names}", f"--rcfile={os.devnull}"]
    options += ["-j1", "--persistent=n", "--score=n", "--msg-template={path}\t{line}\t{column}\t{msg_id}\t{msg}"]
    return list(parse(app, run(app, "pylint", *options, *files, ok=tuple(range(32))), shift=1)) if files else []


def accepted() -> dict[str, list[list[object]]]:
    """The findings that were accepted last, by application."""
    return dict(json.loads(ACCEPTED.read_text(encoding="utf-8"))) if ACCEPTED.exists() else {}


def state_of(app: App) -> list[list[object]]:
    """What is kept of an application: the findings of all rules, without their columns."""
    return [[*one[:2], *one[3:]] for one in by_command_line(app, "--profile", "all")]


def diff(chosen: list[App]) -> int:
    """Print what is new (+) and what is gone (-) since the last `accept`."""
    before, changes = accepted(), []
    for app in chosen:
        old, new = before.get(app.name, []), state_of(app)
        changes += [("-", app.name, *row) for row in old if row not in new]
        changes += [("+", app.name, *row) for row in new if row not in old]
    for sign, name, path, line, code, message in changes:
        print(f"{sign} {name} {path}:{line} {code} {message}")
    return 1 if changes else 0


def accept(chosen: list[App]) -> int:
    """Write the findings of these applications, one a line, and keep those of the others."""
    state = accepted() | {app.name: state_of(app) for app in chosen}
    blocks = []
    for name in sorted(state.keys() & {app.name for app in apps()}):
        entries = ",".join(f"\n    {json.dumps(row, ensure_ascii=False)}" for row in state[name])
        blocks.append(f"\n  {json.dumps(name)}: [{entries}]")
    ACCEPTED.write_text("{" + ",".join(blocks) + "\n}\n", encoding="utf-8")
    return 0


def comparable(app: App, one: Finding) -> bool:
    """Whether no comment at the finding's line or for its file speaks to one host alone."""
    text = (app.tree / one.path).read_text(encoding="utf-8", errors="replace")
    line = "".join(text.split("\n")[one.line - 1 : one.line])
    return not re.search("flake8: noqa|pylint: skip-file", text) and not HOST_COMMENT.search(line)


def host_differences(app: App) -> list[str]:
    """What some host finds and another does not."""
    found = {"cli": by_command_line(app), "flake8": by_flake8(app)}
    found["pylint"] = by_pylint(app, {one.path for ones in found.values() for one in ones})
    differences = [f"{host} repeats itself: {app.name}" for host, ones in found.items() if len(ones) > len(set(ones))]
    for one in sorted({one for ones in found.values() for one in ones}):
        having = [host for host, ones in found.items() if one in ones]
        if len(having) < len(found) and comparable(app, one):
            differences.append(f"only {' and '.join(having)}: {app.name} {one}")
    return differences


def hosts(chosen: list[App]) -> int:
    """Print where flake8, pylint and the command line differ; the applications are looked at side by side."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        differences = [line for lines in pool.map(host_differences, chosen) for line in lines]
    print("\n".join(differences) or f"no differences in {len(chosen)} applications")
    return 1 if differences else 0


def fixes(chosen: list[App], path: str | None) -> int:
    """Mend copies with every fix, print how often each rule did, and whatever is wrong; the difference goes to a
    file."""
    from tools.ecosystem_fixes import Tried, table, try_fixes

    def tried(app: App) -> Tried:
        with tempfile.TemporaryDirectory(prefix="celerylint-fixes-") as folder:
            return try_fixes(app.tree, Path(folder, app.tree.name))

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(tried, chosen))
    print(table(results))
    faults = [f"{app.name} {fault}" for app, each in zip(chosen, results, strict=True) for fault in each.faults]
    print("", *faults or [f"nothing else changed in {len(chosen)} applications"], sep="\n")
    if path:
        Path(path).write_text("".join(each.diff for each in results), encoding="utf-8")
    return 1 if faults else 0


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.ecosystem", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=["fetch", "lint", "diff", "accept", "hosts", "fixes"])
    parser.add_argument("names", nargs="*", metavar="NAME", help="applications of ecosystem.toml; all for none")
    parser.add_argument("--select", help="for lint: instead of the default profile")
    parser.add_argument("--diff", metavar="FILE", help="for fixes: where to write what they change")
    given = parser.parse_args(arguments)
    try:
        chosen = apps(given.names)
        for app in chosen if given.what == "fetch" else []:
            print(f"{app.name} {app.version}: {fetch(app)}", flush=True)
        if missing := " ".join(app.name for app in chosen if not app.tree.is_dir()):
            raise EcosystemError(f"not there yet: python -m tools.ecosystem fetch {missing}")
        if given.what in {"diff", "accept", "hosts"}:
            return {"diff": diff, "accept": accept, "hosts": hosts}[given.what](chosen)
        if given.what == "fixes":
            return fixes(chosen, given.diff)
        for app in chosen if given.what == "lint" else []:
            select = ["--select", given.select] if given.select else []
            print(*[f"{app.name} {one}\n" for one in by_command_line(app, *select)], sep="", end="")
    except EcosystemError as error:
        print(f"ecosystem: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
