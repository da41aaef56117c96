"""Fixes applied: one by one, until still, and every other byte kept."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from celerylint.core.rewrite import AwaitCall, DropArgument, NameArguments, RaiseCall, Rewrite
from celerylint.core.rule import Finding, Fix, Profile, Rule, Severity
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, UnfitError
from celerylint.fixing.apply import MAX_ROUNDS, edits_for, fix
from celerylint.fixing.files import encoded, line_before, replace

SAFE = frozenset({Fix.SAFE})


def finding(span: Span, rewrite: Rewrite | None, code: str = "CEL900", safety: Fix = Fix.SAFE) -> Finding:
    return Finding(span, code, "name", Severity.NOTE, "message", rewrite, safety if rewrite else Fix.NONE)


def renamed(text: str, old: str = "old", new: str = "new") -> list[Finding]:
    """A finding for each keyword `old=`."""
    found = []
    for row, line in enumerate(text.split("\n"), 1):
        for match in re.finditer(rf"\b{old}=\d", line):
            span = Span(row, match.start(), row, match.end())
            found.append(finding(span, NameArguments(((span, new),))))
    return found


def test_all_that_do_not_touch_are_mended_in_one_round() -> None:
    checked = []

    def check(text: str) -> list[Finding]:
        checked.append(text)
        return renamed(text)

    done = fix("f(old=1)\ng(old=2)\n", check, SAFE)
    assert (done.text, done.fixes, done.findings, done.refusals) == ("f(new=1)\ng(new=2)\n", 2, [], [])
    assert len(checked) == 2


def test_those_that_touch_are_mended_in_turn() -> None:
    def check(text: str) -> list[Finding]:
        spans = [Span(1, match.start(), 1, match.end()) for match in re.finditer(r"x\d=\d", text)]
        return [finding(span, DropArgument(span)) for span in spans]

    done = fix("f(x1=1, g=f(x2=2), x3=3)\n", check, SAFE)
    assert (done.text, done.fixes) == ("f(g=f())\n", 3)


def test_what_is_not_allowed_stays() -> None:
    def check(text: str) -> list[Finding]:
        return [each._replace(fix=Fix.UNSAFE) for each in renamed(text)]

    assert fix("f(old=1)\n", check, SAFE).text == "f(old=1)\n"
    assert fix("f(old=1)\n", check, frozenset({Fix.UNSAFE})).text == "f(new=1)\n"


def test_a_fix_after_which_something_else_is_found_is_not_made() -> None:
    """The others are."""

    def check(text: str) -> list[Finding]:
        worse = [finding(Span(1, 0, 1, 1), None, "CEL901")] if "new=1" in text else []
        return [*worse, *renamed(text)]

    done = fix("f(old=1)\nf(old=2)\n", check, SAFE)
    assert done.text == "f(old=1)\nf(new=2)\n"
    assert [(span.line, why) for span, why in done.refusals] == [(1, "CEL901 would be found in the mended code")]
    assert edits_for("f(old=1)\n", check("f(old=1)\n"), check) == {}


def test_a_refusal_names_its_cause() -> None:
    text = "def f():\n    g((x, y()))\n"
    span = Span(2, 10, 2, 13)
    done = fix(text, lambda _: [finding(span, AwaitCall(span))], SAFE)
    assert (done.text, done.refusals) == (text, [(span, "the mended code would not parse")])
    done = fix("f(old=1)\n", lambda text: renamed(text) or [finding(Span(1, 0, 1, 1), None)], SAFE)
    assert done.refusals == [(Span(1, 2, 1, 7), "CEL900 would still be found")]


def test_one_fix_that_does_not_hold_leaves_the_others() -> None:
    """However many there are: they are not made one a round."""

    def check(text: str) -> list[Finding]:
        lines = text.split("\n")
        worse = [
            finding(Span(row, 0, row, 1), None, "CEL901") for row, line in enumerate(lines, 1) if "bad(new" in line
        ]
        return [*worse, *renamed(text)]

    text = "f(old=1)\n" * 20 + "bad(old=2)\n" + "f(old=3)\n" * 20
    done = fix(text, check, SAFE)
    assert done.text == text.replace("f(old", "f(new")
    assert (done.fixes, done.refusals) == (40, [(Span(21, 4, 21, 9), "CEL901 would be found in the mended code")])
    assert fix(done.text, check, SAFE).text == done.text


def test_a_fix_that_does_not_parse_is_not_made() -> None:
    text = "f(old=1, **{}, new=2)\n"
    done = fix(text, renamed, SAFE)
    assert done.text == text
    assert "already" in done.refusals[0][1]


def test_it_ends() -> None:
    """Also where each fix asks for another."""

    def check(text: str) -> list[Finding]:
        number = int(re.findall(r"x(\d+)=", text)[0])
        span = Span(1, 2, 1, text.index("=") + 2)
        return [finding(span, NameArguments(((span, f"x{number + 1}"),)), f"CEL{number + 100}")]

    def fresh(text: str) -> list[Finding]:
        return [each._replace(code="CEL900") for each in check(text)] if "x0=" in text else []

    assert fix("f(x0=1)\n", fresh, SAFE).text == "f(x1=1)\n"
    assert MAX_ROUNDS == 10


def test_a_form_feed_that_libcst_loses_leaves_the_file_alone() -> None:
    text = "x = 1\n\x0cf(old=1)\n"
    with pytest.raises(UnfitError, match="does not give this file back"):
        Anchors(text)
    done = fix(text, renamed, SAFE)
    assert (done.text, done.fixes) == (text, 0)
    assert done.refusals == [(Span(2, 3, 2, 8), "LibCST does not give this file back as it is")]


def test_edits_are_as_small_as_can_be() -> None:
    text = "def f():\n    self.retry()\n"
    span = Span(2, 4, 2, 16)
    found = finding(span, RaiseCall(span))
    (edit,) = edits_for(text, [found], lambda text: [] if "raise" in text else [found])[found]
    assert edit == (Span(2, 4, 2, 4), "raise ")


def test_a_finding_is_never_mended_more_safely_than_its_rule() -> None:
    def rule(fix: Fix) -> Rule:
        about = {"severity": Severity.NOTE, "profile": Profile.STRICT}
        return Rule("rules.series.name", code=900, message="a; b", fix=fix, **about)  # type: ignore[arg-type]

    span = Span(1, 0, 1, 1)
    assert rule(Fix.SAFE).at(span, None, RaiseCall(span)).fix is Fix.SAFE
    assert rule(Fix.SAFE).at(span, None, RaiseCall(span), Fix.UNSAFE).fix is Fix.UNSAFE
    assert rule(Fix.SAFE).at(span).fix is Fix.NONE
    for norm, offered in ((Fix.UNSAFE, Fix.SAFE), (Fix.NONE, None)):
        with pytest.raises(ValueError, match="has no fix that is"):
            rule(norm).at(span, None, RaiseCall(span), offered)


# --- bytes


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("last", [b"", b"END"])
@pytest.mark.parametrize(
    ("head", "coding"), [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"# coding: latin-1END", "latin-1")]
)
def test_every_other_byte_stays(end: bytes, last: bytes, head: bytes, coding: str) -> None:
    data = head + "x = 'é'END\tENDf(old=1)ENDy = 2".encode(coding) + last
    before = data.replace(b"END", end)
    plain = data.replace(b"END", b"\n").removeprefix(b"\xef\xbb\xbf").decode(coding)
    after = encoded(before, plain, plain.replace("old", "new"))
    assert after == before.replace(b"old", b"new")


def test_new_lines_end_like_those_around() -> None:
    before = b"a\r\nf(\r\n)\nb\rc\r\n"
    assert encoded(before, "a\nf(\n)\nb\nc\n", "a\nf(\n  x\n)\nb\nc\n") == b"a\r\nf(\r\n  x\r\n)\nb\rc\r\n"
    assert encoded(b"a\r\nb\nc", "a\nb\nc", "a\nb\nc\nd") == b"a\r\nb\nc\nd"
    assert encoded(b"a\r\nb\nc", "a\nb\nc", "b\nc") == b"b\nc"


def test_what_a_coding_cannot_write_is_refused() -> None:
    with pytest.raises(UnfitError, match="cannot write"):
        encoded(b"# coding: ascii\nx\n", "# coding: ascii\nx\n", "# coding: ascii\né\n")


def test_a_line_is_found_where_it_was() -> None:
    before, after = "import a\n\nx()\ny()\n", "import a\nimport b\n\nwith c:\n    x()\nz()\n"
    assert [line_before(before, after, line) for line in (1, 2, 3, 5, 6)] == [1, 1, 2, 3, 4]


# --- files


def test_a_file_is_replaced_whole_with_its_mode_and_behind_its_link(tmp_path: Path) -> None:
    path, link = tmp_path / "jobs.py", tmp_path / "link.py"
    path.write_bytes(b"a")
    path.chmod(0o754)
    link.symlink_to(path)
    replace(str(link), b"a", b"b")
    assert (path.read_bytes(), path.stat().st_mode & 0o777, link.is_symlink()) == (b"b", 0o754, True)
    assert sorted(os.listdir(tmp_path)) == ["jobs.py", "link.py"]


def test_no_hard_link_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_bytes(b"a")
    os.link(path, tmp_path / "same.py")
    with pytest.raises(UnfitError, match="second hard link"):
        replace(str(path), b"a", b"b")
    assert (path.read_bytes(), sorted(os.listdir(tmp_path))) == (b"a", ["jobs.py", "same.py"])


def test_the_owner_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or else the file does: who is not root may not give files away."""
    path = tmp_path / "jobs.py"
    path.write_bytes(b"a")
    own, given = os.stat, []

    def of_others(place: str) -> os.stat_result:
        found = own(place)
        values = list(found)
        values[4] += 1 if str(place).endswith("jobs.py") else 0
        return os.stat_result(values)

    monkeypatch.setattr(os, "stat", of_others)
    monkeypatch.setattr(os, "chown", lambda *arguments: given.append(arguments))
    replace(str(path), b"a", b"b")
    assert (path.read_bytes(), [each[1:] for each in given]) == (b"b", [(os.getuid() + 1, os.getgid())])

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    with pytest.raises(UnfitError, match="belongs to somebody else"):
        replace(str(path), b"b", b"c")
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"b", ["jobs.py"])


def test_attributes_stay(tmp_path: Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_bytes(b"a")
    try:
        os.setxattr(path, "user.note", b"kept")
    except OSError:
        pytest.skip("the file system has no attributes")
    replace(str(path), b"a", b"b")
    assert os.getxattr(path, "user.note") == b"kept"


def test_a_file_that_changed_is_left(tmp_path: Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_bytes(b"other")
    with pytest.raises(UnfitError, match="changed meanwhile"):
        replace(str(path), b"a", b"b")
    assert path.read_bytes() == b"other"
    assert os.listdir(tmp_path) == ["jobs.py"]


def test_an_interrupted_write_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jobs.py"
    path.write_bytes(b"a")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(str(path), b"a", b"b")
    assert path.read_bytes() == b"a"
    assert os.listdir(tmp_path) == ["jobs.py"]
