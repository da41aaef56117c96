"""The guides' examples: for each pack our own good ones, and variants of them with one convention broken at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from celerylint.core.packs import PACKS
from celerylint.linter.catalogue import rule_named
from celerylint.linter.ledger import Convention, ledger
from celerylint.linter.toml import parse
from tests.corpus import CORPUS

GUIDES = CORPUS / "guides"
_EXPECT = re.compile(r"# expect (CEL\d{3}): (.*?)(?=\s*# expect |$)")


class Sample(NamedTuple):
    """A module that is linted under one pack: a good example, or a variant of one that breaks a convention."""

    pack: str
    name: str
    example: str
    text: str
    expected: list[tuple[int, int, str]]
    """Line, column and code of each finding."""
    files: dict[str, str]
    """The other files of its project."""
    convention: Convention | None = None
    settings: str = ""

    @property
    def id(self) -> str:
        return f"{self.pack}/{self.name}"

    @property
    def place(self) -> Path:
        """Where the module lies when it is checked, below a root."""
        name = self.example.removeprefix("good_")
        folder = "tests" if name.startswith("test_") else "shop" if "app" in name.split("_") else "shop/tasks"
        return Path(self.pack, self.name, folder, f"{name}.py")

    def pyproject(self) -> str:
        """The settings: the pack, the rules of the broken convention, which may be strict only, and its own."""
        rules = [rule.code for rule in map(rule_named, self.convention.rules if self.convention else ()) if rule]
        return f'[tool.celerylint]\nconventions = ["{self.pack}"]\nextend-select = {rules}\n{self.settings}\n'


@cache
def examples() -> tuple[Sample, ...]:
    """The good examples of all guides. What is wrong with one is declared in it, `# expect CEL313: session.rollback()`;
    the folder of the same name holds the other files of its project."""
    made = []
    for pack in PACKS:
        for path in sorted((GUIDES / pack).glob("good_*.py")):
            folder, text = path.with_suffix(""), path.read_text()
            files = {each.relative_to(folder).as_posix(): each.read_text() for each in sorted(folder.rglob("*.py"))}
            made.append(Sample(pack, path.stem, path.stem, text, sorted(_declared(text)), files))
    return tuple(made)


def _declared(text: str) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        for match in _EXPECT.finditer(line):
            yield number, line.index(match[2]), match[1]


@cache
def variants() -> tuple[Sample, ...]:
    """The broken variants: each replaces what stands once in an example, and says what is reported at which source."""
    known = {(each.pack, each.example): each for each in examples()}
    conventions = {each.id: each for each in ledger()}
    made: list[Sample] = []
    for pack in PACKS:
        for entry in parse((GUIDES / pack / "variants.toml").read_bytes())["variant"]:
            example = known[pack, f"good_{entry['example']}"]
            text = example.text
            for old, new in zip(*(_several(entry[key]) for key in ("old", "new")), strict=True):
                assert text.count(old) == 1, (entry, old, text.count(old))
                text = text.replace(old, new)
            convention = conventions[f"{pack}/{entry['breaks']}"]
            number = sum(each.convention is convention for each in made) + 1
            expected = sorted([*_declared(text), *(_placed(text, each) for each in entry["expect"])])
            name, settings = f"{entry['breaks']}_{number}", entry.get("settings", "")
            files = {**example.files, **entry.get("files", {})}
            made.append(Sample(pack, name, example.example, text, expected, files, convention, settings))
    return tuple(made)


def _placed(text: str, expectation: str) -> tuple[int, int, str]:
    """`CEL301: session = open()` as line, column and code."""
    code, _, source = expectation.partition(": ")
    assert text.count(source) == 1, (expectation, text.count(source))
    before = text[: text.index(source)]
    return before.count("\n") + 1, len(before) - before.rfind("\n") - 1, code


def _several(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def lay_out(root: Path) -> None:
    """Every example and every variant in a folder of its own, with its settings file."""
    for sample in (*examples(), *variants()):
        top = root / sample.pack / sample.name
        for path, text in {**sample.files, "pyproject.toml": sample.pyproject()}.items():
            (top / path).parent.mkdir(parents=True, exist_ok=True)
            (top / path).write_text(text)
        (root / sample.place).parent.mkdir(parents=True, exist_ok=True)
        (root / sample.place).write_text(sample.text)
