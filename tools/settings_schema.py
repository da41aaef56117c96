"""The JSON Schema of `[tool.celerylint]`, made of `core/settings.py`: `tools/docs.py` writes it for the package and for
the pages.

Draft 7, which SchemaStore, taplo and the TOML extensions of editors understand. It takes what the linter takes, but for
the case of codes in front of other letters, and for what only files or other keys tell.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from celerylint.core import settings as settings_module
from celerylint.core.packs import PACKS
from celerylint.core.settings import Settings, Words
from celerylint.hosts.config_command import plain
from celerylint.hosts.settings_table import NAME_PATTERN, RULE_LISTS, VERSION
from celerylint.linter.catalogue import entries, own_entries

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HOME = "https://celerylint.readthedocs.io/en/latest"
ID = f"{HOME}/celerylint.schema.json"
_SELECTOR = {"$ref": "#/definitions/selector"}
_NAME = {"type": "string", "pattern": "[^ ]"}
_WORD = {"type": "string", "pattern": "[^* ]"}
_SELECTORS = (*RULE_LISTS, "per_file_ignores")


class Field(NamedTuple):
    """What stands under a field of `Settings`: what it is, and an example as a line of TOML."""

    name: str
    words: str
    example: str

    @property
    def key(self) -> str:
        """What settings files call it."""
        return self.name.replace("_", "-")


def fields() -> list[Field]:
    """All fields, as their source documents them."""
    tree = ast.parse(Path(settings_module.__file__).read_text())
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == Settings.__name__)
    found = []
    for field, text in zip(body[1::2], body[2::2], strict=True):
        assert isinstance(field, ast.AnnAssign)
        assert isinstance(field.target, ast.Name)
        assert isinstance(text, ast.Expr)
        assert isinstance(text.value, ast.Constant)
        words, _, example = " ".join(str(text.value.value).split()).partition(" Example: ")
        found.append(Field(field.target.id, words, example.strip("`")))
    return found


def schema() -> dict[str, Any]:
    """The schema of the table."""
    hints = get_type_hints(Settings)
    rules = (*own_entries(), *entries())
    codes, names = [rule.code for rule in rules], [rule.name for rule in rules]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "celerylint",
        "description": "The settings of celerylint, the linter for Celery code: [tool.celerylint] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _property(field, hints[field.name]) for field in fields()},
        "definitions": {
            "selector": {
                "description": "A rule by its code or name, or rules by a prefix of their codes.",
                "anyOf": [{"enum": codes}, {"enum": names}, {"type": "string", "pattern": _prefixes(codes)}],
            }
        },
    }


def _prefixes(codes: list[str]) -> str:
    """A pattern of what rules begin with: `CEL`, `CEL2`, `CEL20`."""
    tens = sorted({code[3:5] for code in codes})
    return f"^[Cc][Ee][Ll]([{''.join(sorted({code[3] for code in codes}))}]|{'|'.join(tens)})?$"


def _property(field: Field, hint: object) -> dict[str, Any]:
    default = Settings._field_defaults[field.name]
    example = tomllib.loads(field.example)[field.key]
    known = {} if default is None else {"default": plain(field.name, default)}
    link = f"{HOME}/settings/#{field.key}"
    more = {"description": field.words, "examples": [example], "x-taplo": {"links": {"key": link}}}
    return {**_type(field.name, hint), **known, **more}


def _type(name: str, hint: object) -> dict[str, Any]:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Literal:
        return {"type": "string", "enum": list(get_args(hint))}
    if hint in (bool, int):
        return {"type": "boolean"} if hint is bool else {"type": "integer", "minimum": 0}
    if name == "target_celery":
        return {"type": "string", "pattern": f"^{VERSION}$"}
    if hint is str:
        return {"type": "string", "pattern": f"^{NAME_PATTERN}$" if name == "task_name_pattern" else r"\S"}
    if name == "conventions":
        return _list({"enum": list(PACKS)})
    item = _SELECTOR if name in _SELECTORS else _NAME if name in ("exclude", "required_task_options") else _WORD
    if hint == Words:
        return _list(item)
    assert hint == tuple[tuple[str, Words], ...], f"the schema has no word for {name}: {hint}"
    return {"type": "object", "additionalProperties": _list(item)}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def text() -> str:
    """The schema as a file has it, a rule a line."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def of_pyproject() -> str:
    """A schema for a whole `pyproject.toml`: what SchemaStore has, and the table of ours."""
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{HOME}/pyproject.schema.json",
        "title": "pyproject.toml with [tool.celerylint]",
        "allOf": [{"$ref": "https://json.schemastore.org/pyproject.json"}],
        "properties": {"tool": {"properties": {"celerylint": {"$ref": ID}}}},
    }
    return json.dumps(whole, indent=2) + "\n"
