"""The baseline: findings that a project knows of and leaves alone for now, in a file that people read.

It is JSON, one entry a line, sorted. An entry holds the text of the line and no hash of it: whoever reviews the file
sees what is left alone, and can look for it. Entries are matched as a multiset: what one entry holds is held once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from celerylint.core.regex import regex
from celerylint.core.settings import SettingsError
from celerylint.linter.result import Identity

VERSION = 1
_SHOWN = 60
_DATE = regex(r"\d{4}-\d{2}-\d{2}")


class Known(NamedTuple):
    """An entry: so many equal findings of a file, whose path is relative to the folder of the baseline. `expires` is
    the last day on which it holds, as `2026-12-31`."""

    path: str
    code: str
    scope: str
    line: str
    count: int = 1  # type: ignore[assignment]  # a key of the file; hides what tuples have
    reason: str = ""
    expires: str = ""

    def has_expired(self, today: str) -> bool:
        """Whether its last day is over."""
        return bool(self.expires) and self.expires < today

    def __str__(self) -> str:
        times = f" ({self.count} times)" if self.count > 1 else ""
        line = self.line if len(self.line) <= _SHOWN else f"{self.line[:_SHOWN]}…"
        return f"{self.path}: {self.code}{' in ' if self.scope else ''}{self.scope}: {line}{times}"


_ALWAYS = Known._fields[:4]


def today() -> str:
    """The date, where this runs."""
    import time

    return time.strftime("%Y-%m-%d")


def match(
    found: Sequence[tuple[str, Identity]], known: Sequence[Known], may_have_moved: Callable[[Known], bool], today: str
) -> tuple[list[int | None], list[int]]:
    """For each finding (path, identity) the number of the entry that holds it; and how many more each entry would hold.

    Entries of the same path come first. What is left may then hold findings of other files, if `may_have_moved` says so
    of it: files are renamed, code moves. Of equal entries, one that has expired is the last.
    """
    left = [entry.count for entry in known]
    matches: list[int | None] = [None] * len(found)
    order = sorted(range(len(known)), key=lambda number: known[number].has_expired(today))
    for across in (False, True):
        pools: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in reversed(order):
            entry = known[number]
            if left[number] and (not across or may_have_moved(entry)):
                pools["" if across else entry.path, entry.code, entry.scope, entry.line].append(number)
        for index, (path, identity) in enumerate(found):
            pool = pools.get(("" if across else path, identity.code, identity.scope, identity.text))
            if pool and matches[index] is None:
                matches[index] = number = pool[-1]
                left[number] -= 1
                if not left[number]:
                    pool.pop()
    return matches, left


def collected(entries: Iterable[Known]) -> list[Known]:
    """The entries sorted, equal ones as one."""
    counts: Counter[Known] = Counter()
    for entry in entries:
        counts[entry._replace(count=0)] += entry.count
    return sorted(entry._replace(count=count) for entry, count in counts.items() if count)


# --- the file


def read(path: str) -> tuple[str, list[Known]] | None:
    """The text of a file and its entries; None if there is none. Raises SettingsError for one that is broken."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    try:
        return data.decode("utf-8", "replace"), parse(data)
    except ValueError as error:
        raise SettingsError(f"{path}: {error}") from None


def parse(data: bytes) -> list[Known]:
    """The entries of a baseline. Raises ValueError."""
    import json

    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not valid UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        conflict = re.search(rb"^(?:<{7}|={7}|>{7})", data, re.MULTILINE)
        hint = "; git left both sides of a merge: keep the entries of both" if conflict else ""
        raise ValueError(f"not valid JSON: line {error.lineno}, column {error.colno}: {error.msg}{hint}") from None
    except RecursionError:
        raise ValueError("not valid JSON: nested too deeply") from None
    version = document.get("version") if isinstance(document, dict) else None
    if type(version) is not int or version < 1:
        raise ValueError('not a baseline: expected an object with "version" and "findings"')
    if version > VERSION:
        raise ValueError(f"written by a newer celerylint (format {version}, this one reads {VERSION})")
    rows = document.get("findings")
    if document.keys() != {"version", "findings"} or not isinstance(rows, list):
        raise ValueError('not a baseline: expected "version" and "findings", a list, and nothing else')
    return [_entry(number, row) for number, row in enumerate(rows, 1)]


def _entry(number: int, row: Any) -> Known:
    if not isinstance(row, dict):
        raise ValueError(f"entry {number}: expected an object")
    for key, value in row.items():
        if key not in Known._fields:
            from celerylint.linter.selection import did_you_mean

            raise ValueError(f"entry {number}: unknown key {key!r}{did_you_mean(key, Known._fields)}")
        if key == "count" and (type(value) is not int or value < 1):
            raise ValueError(f"entry {number}: count: expected a number from 1, not {value!r:.40}")
        if key != "count" and type(value) is not str:
            raise ValueError(f"entry {number}: {key}: expected a text, not {value!r:.40}")
    missing = [key for key in _ALWAYS if key not in row]
    if missing:
        raise ValueError(f"entry {number}: no {missing[0]!r}")
    entry = Known(**row)
    if entry.expires and not _is_date(entry.expires):
        raise ValueError(f"entry {number}: expires: expected a date such as 2026-12-31, not {entry.expires!r:.40}")
    return entry


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        return _DATE.fullmatch(text) is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


def render(entries: Iterable[Known]) -> str:
    """The text of the file: equal entries give equal bytes."""
    rows = [f"    {_row(entry)}" for entry in collected(entries)]
    body = ",\n".join(rows)
    return f'{{\n  "version": {VERSION},\n  "findings": [{f"{chr(10)}{body}{chr(10)}  " if rows else ""}]\n}}\n'


def _row(entry: Known) -> str:
    import json

    said = {key: value for key, value in entry._asdict().items() if key in _ALWAYS or value not in (1, "")}
    text = json.dumps(said, ensure_ascii=False)
    # Nobody reviews what does not show, or shows in another order.
    return "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in text)


def write(path: str, text: str) -> None:
    """Put a text into a file at once. Raises SettingsError."""
    from celerylint.linter.write_file import write_file

    write_file(path, text.encode())
