"""Findings and edits as the Language Server Protocol writes them, in plain JSON values.

Source: Language Server Protocol 3.17. Lines count from 0, columns in code units of the encoding that client and server
agreed on; lines end at LF, CRLF or CR and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from celerylint.core.rule import Finding, Severity
from celerylint.core.span import Span

Json = dict[str, Any]
SOURCE = "celerylint"
FIX_ALL = "source.fixAll.celerylint"
QUICK_FIX = "quickfix"

_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.NOTE: 3}
_UNNECESSARY, _DEPRECATED = [1], [2]
_TAGS = {
    "CEL001": _UNNECESSARY,
    "CEL127": _DEPRECATED,
    "CEL210": _UNNECESSARY,
    "CEL238": _UNNECESSARY,
    "CEL319": _DEPRECATED,
    "CEL738": _UNNECESSARY,
    "CEL807": _DEPRECATED,
    "CEL901": _DEPRECATED,
}
"""How editors show the code: what does nothing is faded, what is outdated struck through."""

_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_LINE_END = re.compile(r"\r\n|\r|\n")


class Text:
    """The text of an open document. `encoding` is what its columns count in: `utf-8`, `utf-16` or `utf-32`."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.plain = _LINE_END.sub("\n", text)
        """The same with every line end as a line feed."""
        self._encoding = f"{encoding}-le" if encoding != "utf-8" else encoding
        self._unit = _BYTES[encoding]
        end = _LINE_END.search(text)
        self._line_end = end[0] if end else "\n"
        self._lines = self.plain.split("\n")

    def range(self, span: Span) -> Json:
        """A span as a range."""
        line, column, end_line, end_column = span
        return {"start": self._position(line, column), "end": self._position(end_line, end_column)}

    def _position(self, line: int, column: int) -> Json:
        text = self._lines[line - 1] if line <= len(self._lines) else ""
        before = text[:column]
        units = len(before) if before.isascii() else len(before.encode(self._encoding, "surrogatepass")) // self._unit
        return {"line": line - 1, "character": units}

    def edit(self, span: Span, text: str) -> Json:
        """The edit that puts a text in the place of a span."""
        return {"range": self.range(span), "newText": text.replace("\n", self._line_end)}

    def diagnostic(self, finding: Finding) -> Json:
        """A finding."""
        found = {
            "range": self.range(finding.span),
            "severity": _SEVERITIES[finding.severity],
            "code": finding.code,
            "codeDescription": {"href": finding.url},
            "source": SOURCE,
            "message": finding.message,
        }
        tags = _TAGS.get(finding.code)
        return {**found, "tags": tags} if tags else found

    def edits_to(self, text: str) -> list[Json]:
        """The edits, line by line, that make another text of this one."""
        from difflib import SequenceMatcher

        old, new = _whole_lines(self.plain), _whole_lines(text)
        found = []
        for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                is_last = end == len(old) and not self.plain.endswith("\n")
                place = (end, len(old[-1])) if is_last and old else (end + 1, 0)
                found.append(self.edit(Span(start + 1, 0, *place), "".join(new[first:last])))
        return found


def _whole_lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    return [*lines[:-1], last] if (last := lines[-1][:-1]) else lines[:-1]


def workspace_edit(uri: str, version: int | None, edits: list[Json], *, versioned: bool) -> Json:
    """Edits of one document; `versioned` if the client takes only those that were made for the text it has."""
    if versioned:
        return {"documentChanges": [{"textDocument": {"uri": uri, "version": version}, "edits": edits}]}
    return {"changes": {uri: edits}}


def touch(one: Json, other: Json) -> bool:
    """Whether two ranges have a place in common, be it where one ends and the other starts."""
    return _key(one["start"]) <= _key(other["end"]) and _key(other["start"]) <= _key(one["end"])


def _key(position: Json) -> tuple[int, int]:
    return position["line"], position["character"]


def is_wanted(kind: str, only: Iterable[str] | None) -> bool:
    """Whether a client asks for a kind of action: by its name, a kind above it, or by naming none."""
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)
