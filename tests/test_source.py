"""Text, decoding, parsing and spans."""

from __future__ import annotations

import ast
import codecs
import sys

import pytest

from celerylint.core.span import Span
from celerylint.syntax.source import Source, SourceError, decode, parse
from tests.build import source_of


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a = 1\r\nb = 2\r\n", "a = 1\nb = 2\n"),
        (b"a = 1\rb = 2\r", "a = 1\nb = 2\n"),
        (b"a = 1\r\n\rb = 2", "a = 1\n\nb = 2"),
        (codecs.BOM_UTF8 + b"a = 1\n", "a = 1\n"),
        ("# coding: latin-1\na = 'é'\n".encode("latin-1"), "# coding: latin-1\na = 'é'\n"),
        ("# coding: latin-1\r\na = 'é'\r\n".encode("latin-1"), "# coding: latin-1\na = 'é'\n"),
        ("#!/usr/bin/python\n# -*- coding: cp1252 -*-\nprice = '€'\n".encode("cp1252"), None),
        ("a = 'ü'\f\n\ta = 1\n".encode(), "a = 'ü'\f\n\ta = 1\n"),
    ],
    ids=["empty", "crlf", "cr", "mixed", "bom", "cookie", "cookie-crlf", "second-line-cookie", "form-feed"],
)
def test_text_is_decoded_as_python_does(data: bytes, text: str | None) -> None:
    decoded = decode(data)
    assert "\r" not in decoded
    assert decoded == text if text is not None else "€" in decoded


@pytest.mark.parametrize(
    ("data", "cause", "line"),
    [
        (b"# coding: no-such-coding\n", "no-such-coding", 0),
        (b"a = 1\nb = '\xff'\n", "not valid utf-8: invalid start byte at byte 11", 2),
        (codecs.BOM_UTF8 + b"# coding: latin-1\n", "utf-8", 0),
    ],
)
def test_text_that_is_not_in_its_coding_has_a_cause(data: bytes, cause: str, line: int) -> None:
    with pytest.raises(SourceError) as raised:
        decode(data)
    assert cause in raised.value.cause
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("text", "cause", "line"),
    [
        ("a = (\n", "syntax error: '(' was never closed", 1),
        ("a = 1\nif True\n", "syntax error: expected ':'", 2),
        ("a = '\0'\n", "null bytes", 0),
        ("  a = 1\n", "syntax error: unexpected indent", 1),
        ("a = " + "(" * 3000 + ")" * 3000, "", 0),
        ("a = " + "-" * 200_000 + "1", "nested too deeply", 0),
    ],
    ids=["unclosed", "colon", "null", "indent", "parentheses", "operators"],
)
def test_text_that_is_no_python_has_a_cause(text: str, cause: str, line: int) -> None:
    with pytest.raises(SourceError) as raised:
        parse(text)
    assert cause in raised.value.cause
    assert "\n" not in raised.value.cause
    assert line in (0, raised.value.line)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("try:\n    pass\nexcept A, B:\n    pass\n", (3, 14)),
        ("type Row = dict[str, int]\n", (3, 12)),
        ("def first[T](rows: list[T]) -> T: ...\n", (3, 12)),
        ("class Stack[T]: ...\n", (3, 12)),
        ('a = f"{", ".join(b)}"\n', (3, 12)),
    ],
)
def test_newer_grammar_is_named(text: str, needed: tuple[int, int]) -> None:
    if sys.version_info >= needed:
        assert parse(text).body
        return
    with pytest.raises(SourceError, match=rf"needs Python {needed[0]}\.{needed[1]} or newer"):
        parse(text)


def test_old_mistakes_are_not_called_newer_grammar() -> None:
    with pytest.raises(SourceError) as raised:
        parse("def run:\n    pass\n")
    assert "needs Python" not in raised.value.cause


def test_parsing_warns_of_nothing_and_leaves_the_recursion_limit() -> None:
    limit = sys.getrecursionlimit()
    parse("a = '\\d'\nb = 1 is 1\n")
    parse("a = " + "b(" * 150 + ")" * 150)
    parse("a = b" + ".c()" * 1500)
    assert sys.getrecursionlimit() == limit


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("total = price + tax\n", "price + tax"),
        ("größe = 'äöü'; breite = länge('µ')\n", "länge('µ')"),
        ("x = '𐐷𐐶'; y = call('😀', z='é')\n", "call('😀', z='é')"),
        ("x = call(\n    'é',\n    'ñ', 1)\n", "call(\n    'é',\n    'ñ', 1)"),
        ("if True:\n\tx = call('é')\n", "call('é')"),
        ("x = '''é\nü''' + y.z\n", "y.z"),
        ("x = 1\f\ny = call('é')\n", "call('é')"),
    ],
)
def test_a_span_counts_code_points_and_covers_its_node(text: str, part: str) -> None:
    source = source_of(text)
    spans = [source.span(node) for node in ast.walk(source.tree) if isinstance(node, ast.expr)]
    assert part in [source.excerpt(span) for span in spans]


def test_a_span_of_text_beyond_the_end_is_empty() -> None:
    source = source_of("a = 1\n")
    assert source.excerpt(Span(9, 0, 9, 4)) == ""


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("def send(a): ...\n", "def send"),
        ("async def send(a): ...\n", "async def send"),
        ("async   def   send (a): ...\n", "async   def   send"),
        ("class Größe(Base): ...\n", "class Größe"),
        ("@first\n@second(1)\ndef send(\n    a,\n): ...\n", "def send"),
    ],
)
def test_a_header_is_the_keyword_and_the_name(text: str, header: str) -> None:
    source = source_of(text)
    node = next(
        part
        for part in ast.walk(source.tree)
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
    )
    assert source.excerpt(source.header(node)) == header


@pytest.mark.parametrize(
    ("clause", "header"),
    [
        ("except:", "except"),
        ("except ValueError:", "except ValueError"),
        ("except ValueError as error:", "except ValueError as error"),
        ("except (A, B) as error:", "except (A, B) as error"),
        ("except (A,\n        B) as error:", "except (A,\n        B) as error"),
        ("except (ValueError) as error:", "except (ValueError) as error"),
        ("except(ValueError)as error :", "except(ValueError)as error"),
        ("except errors.Übel as größe:", "except errors.Übel as größe"),
        ("except* ValueError as error:", "except* ValueError as error"),
        ("except (ValueError):", "except (ValueError)"),
        ("except ((ValueError)):", "except ((ValueError))"),
    ],
)
def test_the_header_of_a_handler_ends_before_the_colon(clause: str, header: str) -> None:
    if "except*" in clause and sys.version_info < (3, 11):
        pytest.skip("newer grammar")
    source = source_of(f"try:\n    pass\n{clause}\n    pass\n")
    (handler,) = (node for node in ast.walk(source.tree) if isinstance(node, ast.ExceptHandler))
    assert source.excerpt(source.handler_header(handler)) == header


def test_lines_keep_their_ends_and_join_to_the_text() -> None:
    text = "a = 1\n\n# last line without an end"
    source = Source("x.py", text, parse(text))
    assert "".join(source.line(number) for number in range(1, text.count("\n") + 3)) == text


def test_the_places_of_a_word() -> None:
    text = "send()\n# resend, send\nx = 'é'; t.send(1); t.send(2)\n"
    source = Source("x.py", text, parse(text))
    assert [text[place - 1 : place + 5] for place in source.places_of("send")][1:] == [" send\n", ".send(", ".send("]
    assert next(source.places_of("send")) == 0
    assert list(source.places_of("nothing")) == []
    assert [source.start(line) for line in (1, 2, 3)] == [0, 7, 22]
    assert source.start(4) == source.start(5) - 1 == len(text)
    assert {b"send", b"resend", "é".encode()} <= source.words
