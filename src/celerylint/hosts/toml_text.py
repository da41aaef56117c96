"""Settings as TOML text."""

from __future__ import annotations

import json
from collections.abc import Iterable

from celerylint.core.regex import regex

_BARE = regex(r"[A-Za-z0-9_-]+")
_WIDTH = 100

TABLES = ("per_file_ignores", "required_task_options")
"""The fields of `Settings` that are tables: globs, and a list for each."""


def toml_value(field: str, value: object, width: int = _WIDTH) -> str:
    """A value of a field of `Settings` as a settings file has it; a list that is longer than a line, an element a line.

    >>> toml_value("target_celery", (5, 4)), toml_value("queues", ("a", "b"))
    ('"5.4"', '["a", "b"]')
    >>> toml_value("per_file_ignores", (("a/*.py", ("CEL1",)), ("b", ("CEL2",))))
    '{ "a/*.py" = ["CEL1"], b = ["CEL2"] }'
    """
    if field == "target_celery" and isinstance(value, tuple):
        return _text(".".join(map(str, value)))
    if isinstance(value, bool) or not isinstance(value, tuple):
        return _text(value) if isinstance(value, str) else json.dumps(value)
    if field in TABLES:
        rows = [f"{toml_key(key)} = {toml_value('', inner, 10**6)}" for key, inner in grouped(value).items()]
        return f"{{ {', '.join(rows)} }}" if rows else "{}"
    words = [_text(word) for word in value]
    line = f"[{', '.join(words)}]"
    return line if len(line) <= width else "".join(["[\n", *(f"    {word},\n" for word in words), "]"])


def grouped(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Pairs as a table, which has each key once."""
    rows: dict[str, tuple[str, ...]] = {}
    for key, values in pairs:
        rows[key] = rows.get(key, ()) + values
    return rows


def toml_key(text: str) -> str:
    """A key, in quotes where it needs them."""
    return text if _BARE.fullmatch(text) else _text(text)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
