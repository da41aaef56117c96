"""The JSON Schema of the settings: valid itself, takes what the linter takes, refuses what it refuses."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from celerylint.core.settings import Settings, SettingsError
from celerylint.hosts.config_command import SCHEMA
from celerylint.hosts.settings_table import settings_from
from celerylint.linter.catalogue import entries, own_entries
from tests.corpus import ROOT, cases
from tests.test_config_file import CHOICES, LISTS, NO_LISTS
from tests.test_validation import BROKEN, IDLE
from tools.settings_schema import fields, of_pyproject, schema

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

VALIDATOR = jsonschema.Draft7Validator(schema())


def is_taken(table: object) -> bool:
    try:
        settings_from(table, "x.toml")
    except SettingsError:
        return False
    return True


def tables_in(text: str) -> list[dict[str, Any]]:
    """The tables of settings that the TOML blocks of a document show."""
    blocks = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    documents = [tomllib.loads(block) for block in blocks if "[tool.celerylint]" in block]
    return [document["tool"]["celerylint"] for document in documents]


def test_it_is_a_schema_of_what_the_settings_are() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    jsonschema.Draft7Validator.check_schema(json.loads(of_pyproject()))
    assert json.loads(Path(SCHEMA).read_text())["$id"] == schema()["$id"]
    assert list(schema()["properties"]) == [name.replace("_", "-") for name in Settings._fields]
    for field in fields():
        assert field.words.endswith((".", "`"))


@pytest.mark.parametrize("path", [ROOT / "docs/settings.md", ROOT / "README.md"], ids=lambda path: path.name)
def test_it_takes_what_documents_show(path: Path) -> None:
    tables = tables_in(path.read_text())
    assert tables
    for table in tables:
        VALIDATOR.validate(table)


def test_it_takes_the_settings_of_every_case_and_example() -> None:
    examples = {path.read_text() for path in ROOT.glob("examples/*/pyproject.toml")}
    tables = [tomllib.loads(text)["tool"]["celerylint"] for text in {case.pyproject() for case in cases()} | examples]
    assert len(tables) > 20
    for table in tables:
        VALIDATOR.validate(table)


@pytest.mark.parametrize("field", Settings._fields)
def test_its_defaults_and_examples_are_valid(field: str) -> None:
    described = schema()["properties"][field.replace("_", "-")]
    default: list[object] = [described["default"]] if "default" in described else []
    for value in [*described["examples"], *default]:
        VALIDATOR.validate({field.replace("_", "-"): value})


IGNORES: list[object] = [{}, {"a": ["CEL1"]}, {"a": "CEL1"}, {"a": ["CEL99"]}, [], 3]
OPTIONS: list[object] = [{}, {"a": ["queue"]}, {"a": "queue"}, {"a": [" "]}, []]
TABLES: list[object] = [
    *({name.replace("_", "-"): tomllib.loads(f"x = {value}")["x"]} for name in LISTS for value in NO_LISTS),
    *({name.replace("_", "-"): choice} for name, choices in CHOICES.items() for choice in (*choices, "other", 3, [])),
    *({key: value} for key in ("select", "ignore") for value in (["CEL"], ["cel2"], ["CEL20"], ["CEL0"], ["CEL999"])),
    *({"extend-select": [word]} for word in ("retry-not-raised", "retry-not-rased", "CEL201", "XYZ", "CEL2011", "CE")),
    *({"target-celery": version} for version in ("5.4", "5.4.1", "5", 5.4, "5.4.x", "v5.4")),
    *({"task-name-pattern": text} for text in ("{module}.x", "", "{name}", 3)),
    *({"max-task-queries": number} for number in (0, 3, -1, 1.5, True, "3")),
    *({"own-task-class": value} for value in (True, False, "yes", 1)),
    *({"per-file-ignores": value} for value in IGNORES),
    *({"required-task-options": value} for value in OPTIONS),
    *({"extend": value} for value in ("../pyproject.toml", "", " ", 3)),
    *({"conventions": value} for value in (["async-runner"], ["async-runer"], [])),
    *({"exclude": value} for value in (["*"], [" "], [])),
    {},
    [],
    {"ignroe": []},
    tomllib.loads(BROKEN)["tool"]["celerylint"],
    tomllib.loads(IDLE)["tool"]["celerylint"],
]


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_it_takes_and_refuses_what_the_linter_does(table: object) -> None:
    assert VALIDATOR.is_valid(table) == is_taken(table)


def test_every_rule_and_prefix_is_taken() -> None:
    words = {
        word
        for rule in (*own_entries(), *entries())
        for word in (rule.name, *(rule.code[:count] for count in range(3, 7)))
    }
    VALIDATOR.validate({"select": sorted(words)})
    assert is_taken({"select": sorted(words)})


def test_taplo_takes_it(tmp_path: Path) -> None:
    """The language server behind the TOML extensions of editors finds what is wrong by this schema."""
    own, whole = f"file://{tmp_path}/own.json", f"file://{tmp_path}/whole.json"
    (tmp_path / "own.json").write_text(json.dumps(schema() | {"$id": own}))
    local = {"tool": {"properties": {"celerylint": {"$ref": own}}}}
    document = {**json.loads(of_pyproject()), "properties": local, "$id": whole}
    del document["allOf"]  # what is on the network
    (tmp_path / "whole.json").write_text(json.dumps(document))
    (tmp_path / "good.toml").write_text(
        '[tool.celerylint]\nprofile = "strict"\nignore = ["CEL2", "retry-not-raised"]\n'
    )
    (tmp_path / "bad.toml").write_text('[tool.celerylint]\nprofile = "strickt"\n')
    program = shutil.which("taplo", path=str(Path(sys.executable).parent))
    assert program
    done = {}
    for name in ("good.toml", "bad.toml"):
        command = [program, "check", "--no-auto-config", "--schema", whole, name]
        done[name] = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done["good.toml"].returncode == 0, done["good.toml"].stderr
    assert done["bad.toml"].returncode != 0
    assert "strickt" in done["bad.toml"].stderr
