"""The text of one file: decoding, parsing, spans."""

from __future__ import annotations

import ast
import io
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span

_HEADER = regex(r"(?:async\s+)?(?:def|class)\s+\w+")
_HANDLER_END = regex(r"(?:\s*\))*(?:\s*as\s+\w+)?")
_FIELD = regex(r"""\b[rR]?[fF][rR]?["'][^"']*?\{([^{}]+)\}""")
# CPython 3.11 allows a tree three times this deep; a chain of calls takes two levels a link. More overflows its stack.
_PARSER_DEPTH = 10_000
# Blanks for whatever is no part of a word; what is not ASCII may be one.
_BLANKED = bytes(byte if byte >= 128 or chr(byte).isalnum() or byte == ord("_") else ord(" ") for byte in range(256))


STANDARD_LIBRARY = sys.stdlib_module_names
"""The root packages that Python itself brings along."""


class SourceError(Exception):
    """A file that is no Python: the cause in one line, and where it shows (line from 1, column from 1; 0 unknown)."""

    def __init__(self, cause: str, line: int = 0, column: int = 0) -> None:
        super().__init__(cause)
        self.cause = cause
        self.line = line
        self.column = column


def decode(data: bytes) -> str:
    """The text of a Python file, by its byte order mark or coding cookie, with every line end as a line feed.

    Raises SourceError for an unknown or wrong coding.
    """
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        encoding = encoding_of(data)
        return data.decode(encoding)
    except SyntaxError as error:
        raise SourceError(str(error.msg)) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(f"not valid {error.encoding}: {error.reason} at byte {error.start}", line) from None
    except (LookupError, ValueError) as error:
        raise SourceError(f"not valid {encoding}: {error}") from None


def encoding_of(data: bytes) -> str:
    """The name of the coding of a Python file whose line ends are line feeds. Raises SyntaxError for an unknown one."""
    head = b"".join(data.split(b"\n", 2)[:2])
    if b"coding" not in head and head.isascii():
        return "utf-8"
    import tokenize

    return tokenize.detect_encoding(io.BytesIO(data).readline)[0]


def parse_expression(text: str) -> ast.expr | None:
    """The tree of an expression that stands in a text, such as an annotation; None if it is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def parse(text: str) -> ast.Module:
    """The tree of a Python text. Raises SourceError, which names a newer Python if the syntax is known to need it."""
    limit = sys.getrecursionlimit()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sys.setrecursionlimit(max(limit, _PARSER_DEPTH))
            return ast.parse(text)
    except SyntaxError as error:
        raise SourceError(_cause(error, text), error.lineno or 0, error.offset or 0) from None
    except ValueError as error:
        raise SourceError(str(error)) from None
    except (RecursionError, MemoryError):
        raise SourceError("nested too deeply for Python's own parser") from None
    finally:
        sys.setrecursionlimit(limit)


def _cause(error: SyntaxError, text: str) -> str:
    lines = text.split("\n")
    line = lines[error.lineno - 1] if error.lineno and error.lineno <= len(lines) else ""
    needed = _needed(str(error.msg), line, error.offset or 0)
    if needed and sys.version_info < tuple(map(int, needed.split("."))):
        return f"syntax error: {error.msg}; needs Python {needed} or newer"
    return f"syntax error: {error.msg}"


def _needed(message: str, line: str, offset: int) -> str | None:
    """The Python that reads a line on which this one stumbles, where that is sure."""
    if re.match(r"\s*except\s*\*", line):
        return "3.11"
    if re.match(r"\s*(async\s+)?(def|class)\s+\w+\s*\[[^\]]+\]|\s*type\s+\w+\s*(\[.*\]\s*)?=", line):
        return "3.12"
    if message.startswith("f-string") and any(map(_is_newer_field, _FIELD.findall(line))):
        return "3.12"
    if message == "multiple exception types must be parenthesized" and not re.search(r"\bas\b", line):
        return "3.14"
    if line[offset - 1 : offset] in ("'", '"') and re.search(r"\b(t|rt|tr)\Z", line[: offset - 1], re.IGNORECASE):
        return "3.14"
    return None


def _is_newer_field(field: str) -> bool:
    return re.search(r"""["'\\]""", field) is not None and parse_expression(field) is not None


@cache
def _sought(text: str) -> tuple[bytes, tuple[bytes, ...], bool]:
    """A word that a file must hold to hold a text; what its vocabulary must hold; and whether that is not all there is
    to it."""
    if text.isidentifier():
        return text.encode(), (), False
    if "*" in text:
        start, end = "" if text[0] == "*" else " ", "" if text[-1] == "*" else " "
        return b"", (f"{start}{text.strip('*')}{end}".lower().encode(),), False
    whole, parts = b"", []
    for word in re.finditer(r"\w+", text):
        if word.start() and word.end() < len(text):
            whole = word[0].encode()
        else:
            parts.append(
                f"{' ' if word.start() else ''}{word[0]}{' ' if word.end() < len(text) else ''}".lower().encode()
            )
    return whole, tuple(parts), True


def whole_word(text: str) -> bytes:
    """A whole word that a file must hold to hold a text; empty if there is none."""
    return _sought(text)[0]


def lines_with(text: str, words: Iterable[str]) -> Iterator[str]:
    """The lines of a text that hold one of the words, for each word in turn: a pattern that is tried at the start of
    every line takes ten times as long."""
    for word in words:
        place = text.find(word)
        while place >= 0:
            end = text.find("\n", place)
            yield text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else None]
            place = text.find(word, end) if end >= 0 else -1


class Source:
    """One file's text and tree. Positions of the tree (UTF-8 bytes) become spans (code points) here only."""

    def __init__(self, path: str, text: str, tree: ast.Module) -> None:
        self.path = path
        self.text = text
        self.tree = tree
        self._is_ascii = text.isascii()

    @lazy
    def words(self) -> frozenset[bytes]:
        """Every word of the text, in code, strings and comments alike: the cheapest way to know what is not there."""
        return frozenset(self.text.encode(errors="replace").translate(_BLANKED).split())

    @lazy
    def vocabulary(self) -> bytes:
        """The words with blanks around, to look for parts of words in, in small letters."""
        return b" " + b" ".join(self.words).lower() + b" "

    def holds(self, text: str) -> bool:
        """Whether the text holds a word, which a star at its start or end lengthens (and then in any case), or a text
        that is no word."""
        whole, parts, is_text = _sought(text)
        if whole and whole not in self.words:
            return False
        for part in parts:
            if part not in self.vocabulary:
                return False
        return not is_text or text in self.text

    @lazy
    def _lengths(self) -> list[int]:
        """How many letters stand before each line, and in all, line feeds not counted."""
        return list(accumulate(map(len, self.text.split("\n")), initial=0))

    def start(self, line: int) -> int:
        """Where a line starts in the text; after the last one, where that ends."""
        line = min(line, len(self._lengths))
        return self._lengths[line - 1] + line - 1

    def line(self, number: int) -> str:
        """A line with its line feed; empty after the last one."""
        return self.text[self.start(number) : self.start(number + 1)]

    def places_of(self, word: str) -> Iterator[int]:
        """Where a word stands in the text."""
        place = self.text.find(word)
        while place >= 0:
            if self.is_whole(place, word):
                yield place
            place = self.text.find(word, place + 1)

    def is_whole(self, place: int, word: str) -> bool:
        """Whether what stands at a place is the whole word, and not a part of one."""
        around = self.text[place - 1 : place], self.text[place + len(word) : place + len(word) + 1]
        return not any(each.isalnum() or each == "_" for each in around)

    def _column(self, line: int, offset: int) -> int:
        if self._is_ascii:
            return offset
        return len(self.line(line).encode()[:offset].decode(errors="replace"))

    def span(self, node: ast.AST) -> Span:
        """The place of an expression, statement, argument or keyword."""
        line, end_line = node.lineno, node.end_lineno  # type: ignore[attr-defined]
        return Span(
            line,
            self._column(line, node.col_offset),  # type: ignore[attr-defined]
            end_line,
            self._column(end_line, node.end_col_offset),  # type: ignore[attr-defined]
        )

    def header(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Span:
        """The place of `def name` or `class Name`, where a comment about the whole would stand."""
        return self._matched(node, _HEADER)

    def handler_header(self, node: ast.ExceptHandler) -> Span:
        """The place of `except Kind as name`, without the colon."""
        start = self.span(node)
        if node.type is None:
            return self._matched(node, re.compile("except"))
        end = self.span(node.type)
        line, column = end.end_line, end.end_column
        after = _HANDLER_END.match(self.line(line), column)
        return Span(start.line, start.column, line, after.end() if after else column)

    def _matched(self, node: ast.AST, pattern: re.Pattern[str]) -> Span:
        start = self.span(node)
        line = self.line(start.line)
        match = pattern.match(line, start.column)
        end = match.end() if match else len(line.rstrip())
        return Span(start.line, start.column, start.line, end)

    def excerpt(self, span: Span) -> str:
        """The text that a span covers."""
        lines = [self.line(number) for number in range(span.line, span.end_line + 1)]
        if not any(lines):
            return ""
        lines = [*lines[:-1], lines[-1][: span.end_column]]
        lines[0] = lines[0][span.column :]
        return "".join(lines)
