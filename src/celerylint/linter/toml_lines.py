"""Where the keys of a TOML document stand, which its parser does not tell."""

from __future__ import annotations

import re

from celerylint.core.regex import regex

Path = tuple[str | int, ...]

_BLANK = regex(r"(?:[ \t\r\n]|#[^\n]*)*")
_PART = regex(r"""[ \t]*(?:([A-Za-z0-9_-]+)|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*""")
_ESCAPE = regex(r'\\(["\\])')
_TEXT = regex(r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'{3}.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'", re.DOTALL)
_OTHER = regex(r"[^,\]}\r\n#]*")


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, of each key and of each element of a list, by the keys that lead to it. The text is a valid
    document.

    >>> lines_of("a = 1\\n[b.c]\\n'd' = [\\n  2,\\n]\\n")
    {('a',): 1, ('b',): 2, ('b', 'c'): 2, ('b', 'c', 'd'): 3, ('b', 'c', 'd', 0): 4}
    """
    return _Scan(text).lines


class _Scan:
    """One way through a text, from key to key."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counted = 0
        self._line = 1
        self.lines: dict[Path, int] = {}
        table: Path = ()
        self._skip_blank()
        while self._at < len(text):
            if text[self._at] == "[":
                self._at += 2 if text.startswith("[[", self._at) else 1
                table = self._key(())
                self._at += 2 if text.startswith("]]", self._at) else 1
            else:
                self._pair(table)
            self._skip_blank()

    def _skip_blank(self) -> None:
        self._take(_BLANK)

    def _take(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _note(self, path: Path, start: int) -> None:
        self._line += self._text.count("\n", self._counted, start)
        self._counted = start
        self.lines.setdefault(path, self._line)

    def _key(self, path: Path) -> Path:
        """Go past a dotted key; the keys that lead to it."""
        while True:
            found = _PART.match(self._text, self._at)
            if found is None:
                raise ValueError(f"no key at {self._at}")
            bare, basic, literal = found.groups()
            path = (*path, bare or literal or _ESCAPE.sub(r"\1", basic or ""))
            self._note(path, found.end())
            self._at = found.end()
            if not self._text.startswith(".", self._at):
                return path
            self._at += 1

    def _pair(self, table: Path) -> None:
        path = self._key(table)
        self._at += 1  # the equals sign
        self._skip_blank()
        self._value(path)

    def _value(self, path: Path) -> None:
        text = self._text
        if text[self._at] in "[{":
            is_list = text[self._at] == "["
            self._at += 1
            self._skip_blank()
            count = 0
            while text[self._at] not in "]}":
                if is_list:
                    self._note((*path, count), self._at)
                    self._value((*path, count))
                else:
                    self._pair(path)
                count += 1
                self._skip_blank()
                if text[self._at] == ",":
                    self._at += 1
                    self._skip_blank()
            self._at += 1
        else:
            self._take(_TEXT if text[self._at] in "\"'" else _OTHER)
