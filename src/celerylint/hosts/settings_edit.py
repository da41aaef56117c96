"""Changes of a TOML file as text: every byte but those of the change stays. Each change is checked by parsing."""

from __future__ import annotations

import json
import re
from typing import Any

from celerylint.core.settings import SettingsError
from celerylint.hosts.toml_text import toml_key
from celerylint.linter.toml import parse
from celerylint.linter.toml_lines import lines_of

Table = tuple[str, ...]


class Edit:
    """A TOML document that is going to be changed: `text`, and what it has to mean."""

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            with open(path, "rb") as file:
                self.data = file.read()
        except FileNotFoundError:
            self.data = b""
        except OSError as error:
            raise SettingsError(f"{path}: {error.strerror}") from None
        try:
            self.meaning: dict[str, Any] = parse(self.data)
            self.text = self.data.decode()
        except (ValueError, RecursionError) as error:
            raise SettingsError(f"{path}: not valid TOML: {error}") from None
        self._end = "\r\n" if "\r\n" in self.text else "\n"

    def get(self, keys: Table) -> Any:
        """What the document holds under some keys; None for nothing."""
        found: Any = self.meaning
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def line(self, keys: Table) -> int | None:
        """The line of a key, from 1."""
        return lines_of(self.text).get(keys)

    def add(self, table: Table, pairs: dict[str, tuple[str, Any]]) -> None:
        """Add keys to a table, after its header or as a table of its own at the end; a list that is there gets what it
        lacks. Each is given as text and as what that means. Raises SettingsError where the text is not understood."""
        new: dict[str, tuple[str, Any]] = {}
        for key, (text, value) in pairs.items():
            known = self.get((*table, key))
            if isinstance(known, list) and isinstance(value, list):
                for element in value:
                    if element not in known:
                        self._extend((*table, key), element)
            elif known is None:
                new[key] = text, value
        if not new and self.get(table) is not None:
            return
        lines = [f"{toml_key(key)} = {text}" for key, (text, _) in new.items()]
        header = self._header(table)
        if header is not None:
            rows = _rows(self.text)
            if not rows[header - 1].endswith(("\n", "\r")):
                rows[header - 1] += self._end
            after = "".join(f"{self._ended(line)}{self._end}" for line in lines)
            text = "".join([*rows[:header], after, *rows[header:]])
        else:
            gap = "" if not self.text.strip() else self._end if self.text.endswith(("\n", "\r")) else self._end * 2
            block = self._end.join(map(self._ended, [f"[{'.'.join(map(toml_key, table))}]", *lines]))
            text = f"{self.text}{gap}{block}{self._end}"
        self._become(text, table, {key: value for key, (_, value) in new.items()})

    def _ended(self, text: str) -> str:
        return text.replace("\n", self._end)

    def _header(self, table: Table) -> int | None:
        """The line of `[a.b]`, if the table is written that way."""
        line = self.line(table)
        rows = _rows(self.text)
        written = r"\s*\.\s*".join(rf"[\"']?{re.escape(key)}[\"']?" for key in table)
        return line if line and re.match(rf"\s*\[\s*{written}\s*\]\s*(#.*)?$", rows[line - 1].rstrip()) else None

    def _extend(self, keys: Table, element: object) -> None:
        """Put an element at the start of a list."""
        line = self.line(keys)
        rows = _rows(self.text)
        opening = re.match(r"[^#\[]*=\s*\[", rows[(line or 1) - 1]) if line else None
        if line is None or opening is None:
            raise self._unfit(keys)
        row, rest = rows[line - 1], rows[line - 1][opening.end() :]
        comma = "" if self.get(keys) == [] else ", " if rest.strip() and not rest.lstrip().startswith("#") else ","
        rows[line - 1] = (
            f"{row[: opening.end()]}{json.dumps(element)}{comma}{rest.lstrip(' ') if comma == ', ' else rest}"
        )
        self._become("".join(rows), keys[:-1], {keys[-1]: [element, *self.get(keys)]})

    def drop(self, table: Table) -> None:
        """Take a table and those below it away. Raises SettingsError where it has no header of its own."""
        header = self._header(table)
        lines = lines_of(self.text)
        if header is None:
            raise self._unfit(table)
        rows = _rows(self.text)
        tops = [place for keys, place in lines.items() if keys[: len(table)] != table and place > header]
        end = next((place for place in sorted(tops) if rows[place - 1].lstrip().startswith("[")), len(rows) + 1)
        holder = self.get(table[:-1])
        text = "".join([*rows[: header - 1], *rows[end - 1 :]])
        kept = {key: value for key, value in holder.items() if key != table[-1]}
        self._expect(text, _replaced(self.meaning, table[:-1], kept), table)

    def _become(self, text: str, table: Table, values: dict[str, Any]) -> None:
        held = self.get(table)
        merged = {**(held if isinstance(held, dict) else {}), **values}
        self._expect(text, _replaced(self.meaning, table, merged), table)

    def _expect(self, text: str, meaning: dict[str, Any], table: Table) -> None:
        try:
            is_meant = _without_empty(parse(text.encode())) == _without_empty(meaning)
        except (ValueError, RecursionError):
            is_meant = False
        if not is_meant:
            raise self._unfit(table)
        self.text, self.meaning = text, parse(text.encode())

    def _unfit(self, keys: Table) -> SettingsError:
        return SettingsError(f"{self.path}: {'.'.join(keys)} is written in a way that cannot be changed by a program")

    def write(self) -> None:
        """Write the file, at once or not at all. Raises SettingsError."""
        from celerylint.linter.write_file import write_file

        write_file(self.path, self.text.encode(), self.data)


def _replaced(document: dict[str, Any], table: Table, value: dict[str, Any]) -> dict[str, Any]:
    if not table:
        return value
    inner = document.get(table[0])
    return {**document, table[0]: _replaced(inner if isinstance(inner, dict) else {}, table[1:], value)}


def _without_empty(document: object) -> object:
    """A document without tables that hold nothing: taking one away leaves nothing of those around it."""
    if not isinstance(document, dict):
        return document
    inner = {key: _without_empty(value) for key, value in document.items()}
    return {key: value for key, value in inner.items() if value != {}}


def _rows(text: str) -> list[str]:
    """The lines of a text, with their ends."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
