"""Where keys stand in a TOML document."""

from __future__ import annotations

import doctest
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from celerylint.linter import toml_lines
from celerylint.linter.ledger import PATH
from celerylint.linter.toml_lines import lines_of
from tests.corpus import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ODD = r"""# comment [not.a.table] = 3
top = '''
[no.table]
'''  # [nor.this]
date = 1979-05-27T07:32:00Z
'quoted key' = "a \" b # c = 1"
"esc\"aped" = [ "x]", 'y#', # z = 1
  3,
  { inner = "[", deep.er = [1, [2]] },
]
a.b . c = { }
[ tool . "celery.lint" ]
text = @@@
x = 1 \@@@
y = 2@@@
last = {one = 1, two = [
   "q",
]}
[[rows]]
name = "first"
[empty]
""".replace("@", '"')


def paths(value: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """What leads to each part of a parsed document, but for what is in tables that form a list."""
    if above:
        yield above
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*above, key))
    elif isinstance(value, list) and above[0] != "rows":
        for place, inner in enumerate(value):
            yield from paths(inner, (*above, place))


@pytest.mark.parametrize(
    "text", [ODD, Path(PATH).read_text(), ODD.replace("\n", "\r\n")], ids=["odd", "ledger", "CRLF"]
)
def test_every_key_and_element_is_found_on_its_line(text: str) -> None:
    known, lines = lines_of(text), text.split("\n")
    for path in paths(tomllib.loads(text)):
        assert path in known
        if isinstance(path[-1], str):
            assert path[-1] in lines[known[path] - 1].replace('\\"', '"')


@pytest.mark.parametrize(
    ("path", "start"),
    [
        (("date",), "date"),
        (('esc"aped', 1), '"esc'),
        (('esc"aped', 2), "  3"),
        (('esc"aped', 3, "deep", "er", 1, 0), "  { inner"),
        (("tool", "celery.lint"), "[ tool"),
        (("tool", "celery.lint", "last", "two", 0), '   "q"'),
        (("empty",), "[empty]"),
    ],
)
def test_the_line_of(path: tuple[str | int, ...], start: str) -> None:
    assert ODD.split("\n")[lines_of(ODD)[path] - 1].startswith(start)


def test_our_own_settings_file() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    assert text.split("\n")[lines_of(text)["tool", "mypy", "strict"] - 1] == "strict = true"


def test_the_example_holds() -> None:
    assert doctest.testmod(toml_lines).failed == 0
