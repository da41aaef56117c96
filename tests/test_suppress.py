"""Comments that suppress findings: `# noqa` as flake8 reads it, and `# celerylint: disable-file`."""

from __future__ import annotations

from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.linter.check import check
from celerylint.linter.selection import selected
from celerylint.linter.suppress import suppressions
from celerylint.syntax.source import parse
from tests.corpus import by_cli, by_flake8
from tests.test_cli import MIXED, UNBOUND, celerylint, write

CALL = "    self.retry(countdown=order_id)"

COMMENTS = """
# noqa
#noqa
#  noqa
# NOQA
# NoQa
# noqa: CEL201
# noqa:CEL201
# noqa:  CEL201
# noqa : CEL201
# noqa :CEL201
# noqa:\tCEL201
# noqa: CEL202
# noqa: E501
# noqa: E501,CEL201
# noqa: E501, CEL201
# noqa: E501 CEL201
# noqa: E501  ,  CEL201
# noqa: E501,,CEL201
# noqa: E501;CEL201
# noqa: E501/CEL201
# noqa: E501,CEL202
# noqa: CEL201,E501
# noqa: CEL201: the app binds it
# noqa: CEL201 the app binds it
# noqa: CEL201(the app binds it)
# noqa: E501 the app binds it
# noqa: the app binds it
# noqa the app binds it
# noqa - CEL202
# noqa, CEL202
# noqa: CEL
# noqa: CEL2
# noqa: CEL20
# noqa: CEL2011
# noqa: C
# noqa: C2
# noqa: CEL202 CEL2
# noqa: cel201
# noqa: Cel201
# NOQA: CEL201
# noqa: cel202
# noqa: e501
# noqa: ECEL201
# noqa: CEL201CEL202
# noqa: E501CEL201
# noqa: retry-without-bind
# noqa: 201
# noqa:
# noqa: ,
# noqa: ,CEL201
# noqa:E501,
# noqax
# noqa201
# anoqa
## noqa
# # noqa
# type: ignore # noqa
# type: ignore # noqa: E501
# noqa: E501 # noqa: CEL201
# noqa: E501 # noqa
# pylint: disable=all  # noqa:CEL201
# flake8: noqa
# nopep8
#: noqa
# no qa
# celerylint: disable-file
; "# noqa"
; "# noqa: CEL201"
; "# noqa: E501"
; '''# noqa'''
; "#noqa"
""".strip().split("\n")

PLACES = {
    "line above": UNBOUND.replace(CALL, f"    # noqa\n{CALL}"),
    "line below": UNBOUND.replace(CALL, f"{CALL}\n    # noqa"),
    "decorator": UNBOUND.replace("@shared_task", "@shared_task  # noqa"),
    "def": UNBOUND.replace("(order_id):\n", "(order_id):  # noqa\n"),
    "first line of brackets": UNBOUND.replace(CALL, "    self.retry(  # noqa\n        countdown=1,\n    )"),
    "middle of brackets": UNBOUND.replace(CALL, "    self.retry(\n        countdown=1,  # noqa\n    )"),
    "end of brackets": UNBOUND.replace(CALL, "    self.retry(\n        countdown=1,\n    )  # noqa"),
    "backslash": UNBOUND.replace(CALL, "    x = 1; \\\n    self.retry()  # noqa"),
    "backslash first line": UNBOUND.replace(CALL, "    x = '# noqa'; \\\n    self.retry()"),
    "backslash after": UNBOUND.replace(CALL, "    self.retry(); \\\n    x = 1  # noqa"),
    "backslashes": UNBOUND.replace(CALL, "    x = 1; \\\n    self.retry(); \\\n    y = 1; \\\n  z = 1  # noqa: CEL2"),
    "backslash in brackets": UNBOUND.replace(CALL, "    self.retry(1, \\\n      2,\n      3)  # noqa"),
    "string after": UNBOUND.replace(CALL, '    self.retry(a="""\n    text\n    """)  # noqa'),
    "string before": UNBOUND.replace(CALL, '    """\n    text # noqa\n    """; self.retry()'),
    "string of its own": UNBOUND.replace(CALL, f'    """\n    text # noqa\n    """\n{CALL}'),
    "string and more lines": UNBOUND.replace(CALL, '    self.retry(a="""\n    """,\n    b=1)  # noqa'),
    "strings joined": UNBOUND.replace(CALL, '    self.retry(a="""\n    """ + """\n   """)  # noqa: CEL2'),
    "f-string after": UNBOUND.replace(CALL, '    self.retry(a=f"""\n    {order_id}\n    """)  # noqa'),
    "f-string inside": UNBOUND.replace(CALL, '    self.retry(a=f"""\n    {order_id} # noqa\n    """)'),
    "string with noqa in the first line": UNBOUND.replace(CALL, '    self.retry(a="""# noqa: E501\n    """)  # noqa'),
    "docstring of the file": f'"""Text.\n\n# noqa\n"""\n{UNBOUND}',
    "crlf": UNBOUND.replace(CALL, f"{CALL}  # noqa: CEL201").replace("\n", "\r\n"),
    "crlf and a backslash": UNBOUND.replace(CALL, "    self.retry(); \\\n    x = 1  # noqa").replace("\n", "\r\n"),
    "cr": UNBOUND.replace(CALL, f"{CALL}  # noqa").replace("\n", "\r"),
    "form feed line": UNBOUND.replace(CALL, f"\f\n{CALL}  # noqa"),
    "form feed in a comment": UNBOUND.replace(CALL, f"{CALL}  # \f # noqa"),
    "line separator in a comment": UNBOUND.replace(CALL, f"{CALL}  # a\u2028b # noqa"),
    "vertical tab before": UNBOUND.replace(CALL, f"    # a\x0bb\x1cc\x85d # noqa\n{CALL}"),
    "no last line end": UNBOUND.replace(CALL + "\n", f"{CALL}  # noqa"),
    "last line is a backslash comment": UNBOUND.replace(CALL, f"{CALL}  # noqa \\"),
    "byte order mark": f"\ufeff{UNBOUND.replace(CALL, f'{CALL}  # noqa')}",
    "tabs": UNBOUND.replace(CALL, "\tself.retry()\t# noqa"),
    "two statements": UNBOUND.replace(CALL, "    self.retry(); self.retry()  # noqa"),
    "unicode": UNBOUND.replace(CALL, '    x = "größe 🐇"; self.retry()  # größe # noqa: CEL201'),
    "several findings": MIXED.replace("max_retry=3)", "max_retry=3)  # noqa: CEL201").replace(
        "def charge(order_id):\n    self.retry(countdown=order_id)",
        "def charge(order_id):\n    self.retry(countdown=order_id)  # noqa: CEL105",
    ),
}


def files() -> dict[str, str]:
    """A file for each comment and place."""
    commented = {f"comment_{n:02}.py": UNBOUND.replace(CALL, f"{CALL}  {text}") for n, text in enumerate(COMMENTS)}
    return commented | {f"place_{name.replace(' ', '_')}.py": text for name, text in PLACES.items()}


def test_noqa_is_what_flake8_takes_it_for(tmp_path: Path) -> None:
    """The same findings stay, in all files but those that flake8's own file comment switches off."""
    expected = {"CEL201", "CEL105"}
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    theirs, ours = by_flake8(tmp_path), by_cli(tmp_path)
    assert {place.code for places in ours.values() for place in places} == expected
    skipped = f"comment_{COMMENTS.index('# celerylint: disable-file'):02}.py"
    assert skipped in ours, "behind code it is no comment of ours"
    assert ours == theirs
    assert 20 < len(ours) < len(files()) - 20, "some stay, some go"


@pytest.mark.parametrize(
    ("comment", "stays"),
    [
        ("# noqa", False),
        ("#noqa", True),
        ("# noqa: CEL201", False),
        ("# noqa : CEL202", False),
        ("# noqa: CEL202", True),
        ("# noqa: E501, CEL201", False),
        ("# noqa: E501 CEL201", False),
        ("# noqa: CEL2", False),
        ("# noqa: cel201", True),
    ],
)
def test_noqa(comment: str, stays: bool, tmp_path: Path) -> None:
    """What the contract says of flake8's grammar, in plain cases."""
    write(tmp_path, {"jobs.py": UNBOUND.replace(CALL, f"{CALL}  {comment}")})
    assert celerylint("check", cwd=tmp_path).code == stays


def test_a_suppressed_finding_is_counted_nowhere(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND.replace(CALL, f"{CALL}  # noqa")})
    for arguments in (["--statistics"], ["--output-format", "json"]):
        outcome = celerylint("check", *arguments, cwd=tmp_path)
        assert (outcome.code, outcome.out.strip("[]\n")) == (0, "")
        assert outcome.err == "celerylint: 0 findings in 0 of 1 files\n"


def test_noqa_holds_on_stdin(tmp_path: Path) -> None:
    outcome = celerylint("check", "-", cwd=tmp_path, stdin=UNBOUND.replace(CALL, f"{CALL}  # noqa: CEL201"))
    assert outcome.code == 0


def test_what_tokenize_cannot_read_is_taken_line_by_line() -> None:
    """An editor's tree may be older than its text."""
    text = UNBOUND.replace(CALL, f"{CALL}  # noqa") + "x = (\n"
    tree = parse(UNBOUND)
    findings = check("jobs.py", text, tree, Settings(), selected(Settings())).findings
    assert [finding.code for finding in findings] == ["CEL201"]
    assert suppressions(findings, text) == [("inSource", "")]
    assert suppressions(findings, UNBOUND + "x = (\n# noqa") == [None]


@pytest.mark.parametrize(
    ("comment", "justification"),
    [
        ("# noqa", ""),
        ("# noqa: CEL201", ""),
        ("# noqa: CEL201  the app binds it", "the app binds it"),
        ("# noqa: E501, CEL201: the app: binds it ", "the app: binds it"),
        ("# noqa: CEL201 - the app binds it", "the app binds it"),
        ("# noqa the app binds it", "the app binds it"),
        ("# noqa: the app binds it", "the app binds it"),
    ],
)
def test_what_is_written_after_the_codes_is_the_justification(comment: str, justification: str) -> None:
    text = UNBOUND.replace(CALL, f"{CALL}  {comment}")
    findings = check("jobs.py", text, parse(text), Settings(), selected(Settings())).findings
    assert suppressions(findings, text) == [("inSource", justification)]


# --- the whole file


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# celerylint: disable-file", ""),
        ("  # celerylint:disable-file  ", ""),
        ("# celerylint: disable-file=CEL201", "CEL105"),
        ("# celerylint: disable-file=CEL105,CEL201", ""),
        ("# celerylint: disable-file=CEL105, CEL201", ""),
        ("# celerylint: disable-file=retry-without-bind", "CEL105"),
        ("# celerylint: disable-file=unknown-task-option, CEL201", ""),
        ("# celerylint: disable-file=CEL202", "CEL105 CEL201"),
        ("# celerylint: disable-file=CEL105\n# celerylint: disable-file=CEL201", ""),
        ("# celerylint: disable-files", "CEL105 CEL201"),
        ("# celerylint: disable", "CEL105 CEL201"),
        ("# celerylint: disable-file=", "CEL105 CEL201"),
        ("# celerylinter: disable-file", "CEL105 CEL201"),
        ("# see celerylint: disable-file", "CEL105 CEL201"),
        ("x = 1  # celerylint: disable-file", "CEL105 CEL201"),
        ('x = "# celerylint: disable-file"', "CEL105 CEL201"),
    ],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_disable_file(place: str, comment: str, codes: str, tmp_path: Path) -> None:
    text = f"{comment}\n{MIXED}" if place == "first" else f"{MIXED}{comment}\n"
    if comment.startswith(" ") and place == "last":
        text = f"{MIXED}{comment}"
    write(tmp_path, {"mixed.py": text})
    assert celerylint("check", cwd=tmp_path).codes == codes.split()


def test_disable_file_in_a_string_is_text(tmp_path: Path) -> None:
    """As in the documentation of a tool."""
    write(tmp_path, {"mixed.py": f'"""Write\n\n# celerylint: disable-file\n\nto switch us off."""\n{MIXED}'})
    assert celerylint("check", cwd=tmp_path).codes == ["CEL105", "CEL201"]


def test_disable_file_after_windows_line_ends(tmp_path: Path) -> None:
    (tmp_path / "mixed.py").write_bytes(f"# celerylint: disable-file=CEL105\n{MIXED}".replace("\n", "\r\n").encode())
    assert celerylint("check", cwd=tmp_path).codes == ["CEL201"]


def test_disable_file_holds_for_its_own_file_only(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": f"# celerylint: disable-file\n{UNBOUND}", "b.py": UNBOUND})
    assert [line.split(":")[0] for line in celerylint("check", cwd=tmp_path).out.splitlines()] == ["b.py"]


def test_disable_file_and_noqa_go_together(tmp_path: Path) -> None:
    text = MIXED.replace(CALL, f"{CALL}  # noqa: CEL201", 1)
    write(tmp_path, {"mixed.py": f"# celerylint: disable-file=CEL105\n{text}"})
    assert celerylint("check", cwd=tmp_path).code == 0
