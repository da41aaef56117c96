"""The baseline: its file, what it matches, and the commands that keep it."""

from __future__ import annotations

import json
import os
import stat
import string
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from celerylint.core.settings import SettingsError
from celerylint.hosts import baselines
from celerylint.linter import baseline
from celerylint.linter.baseline import Known, collected, match, parse, read, render, write
from celerylint.linter.result import BASELINE_FILE as FILE_NAME
from celerylint.linter.result import Identity
from tests.folder import Folder
from tests.test_cli import BROKEN, UNBOUND

TWO = UNBOUND + UNBOUND.partition("\n\n\n")[2].join(("\n\n", "")).replace("send", "post")
"""CEL201 in `send` and in `post`."""
TWICE = """\
from celery import shared_task


@shared_task
def send(order_id): ...


def view():
    send.delay()
    send.delay()
"""
"""CEL504, twice the same."""
CALL = "self.retry(countdown=order_id)"


def entries(folder: Folder, name: str = FILE_NAME) -> list[Known]:
    return parse(folder.read(name).encode())


def edit_entry(folder: Folder, number: int = 0, **values: object) -> None:
    document = json.loads(folder.read(FILE_NAME))
    document["findings"][number].update(values)
    folder.write(FILE_NAME, json.dumps(document))


# --- the file

unhurried = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.sampled_from(["a", "b"])
ENTRIES = st.lists(st.builds(Known, WORDS, st.sampled_from(["CEL201", "CEL202"]), WORDS, WORDS, st.integers(1, 3)))
TEXTS = st.text(st.characters(), max_size=8)
ANY_ENTRY = st.builds(Known, TEXTS, TEXTS, TEXTS, TEXTS, st.integers(1, 9), TEXTS, st.dates().map(str) | st.just(""))


@unhurried
@given(st.lists(ANY_ENTRY))
def test_what_is_written_is_read(known: list[Known]) -> None:
    text = render(known)
    assert parse(text.encode()) == collected(known)
    assert render(parse(text.encode())) == text == render(reversed(known))
    assert all(each.isprintable() or each == "\n" for each in text)
    assert len(text.splitlines()) == 5 + len(collected(known)) - (not known)
    assert parse(text.replace("\n", "\r\n").encode("utf-8-sig")) == collected(known)


def test_the_file_is_read_by_people(folder: Folder) -> None:
    folder.write("jobs.py", TWO.replace(f"{CALL}\n\n\n@", f'{CALL};  "été"\n\n\n@'))
    assert folder("baseline", "create").code == 0
    assert folder.read(FILE_NAME) == (
        '{\n  "version": 1,\n  "findings": [\n'
        f'    {{"path": "jobs.py", "code": "CEL201", "scope": "post", "line": "{CALL}"}},\n'
        f'    {{"path": "jobs.py", "code": "CEL201", "scope": "send", "line": "{CALL}; \\"été\\""}}\n'
        "  ]\n}\n"
    )


def test_a_very_long_line_is_shortened_and_told_from_others(folder: Folder) -> None:
    for number, tail in enumerate("ab"):
        folder.write(f"{number}.py", UNBOUND.replace(CALL, f"{CALL}; x = '{'y' * 5000}{tail}'"))
    folder("baseline", "create")
    assert len(folder.read(FILE_NAME)) < 1000
    assert len({entry.line for entry in entries(folder)}) == 2
    assert folder.check().code == 0


ROW = '{"path": "a.py", "code": "CEL201", "scope": "", "line": "x"%s}'


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "not valid JSON: line 1, column 1: Expecting value"),
        ("{", "not valid JSON: line 1, column 2: Expecting property name enclosed in double quotes"),
        ("[" * 100_000, "not valid JSON: nested too deeply"),
        (b"\xff", "not valid UTF-8 at byte 0"),
        ("[]", 'not a baseline: expected an object with "version" and "findings"'),
        ('{"version": "1", "findings": []}', 'not a baseline: expected an object with "version" and "findings"'),
        ('{"version": true, "findings": []}', 'not a baseline: expected an object with "version" and "findings"'),
        ('{"version": 2}', "written by a newer celerylint (format 2, this one reads 1)"),
        ('{"version": 1}', 'not a baseline: expected "version" and "findings", a list, and nothing else'),
        (
            '{"version": 1, "findings": {}}',
            'not a baseline: expected "version" and "findings", a list, and nothing else',
        ),
        ("5", "entry 1: expected an object"),
        (ROW % ', "reson": "x"', "entry 1: unknown key 'reson'; did you mean 'reason'?"),
        (ROW % ', "count": 0', "entry 1: count: expected a number from 1, not 0"),
        (ROW % ', "count": true', "entry 1: count: expected a number from 1, not True"),
        (ROW % ', "reason": null', "entry 1: reason: expected a text, not None"),
        (ROW % ', "expires": "soon"', "entry 1: expires: expected a date such as 2026-12-31, not 'soon'"),
        (ROW % ', "expires": "2026-02-30"', "entry 1: expires: expected a date such as 2026-12-31, not '2026-02-30'"),
        (ROW % ', "expires": "20260230"', "entry 1: expires: expected a date such as 2026-12-31, not '20260230'"),
        (f"{ROW % ''}, {{}}", "entry 2: no 'path'"),
        (
            f"\n<<<<<<< HEAD\n{ROW % ''}\n=======\n",
            "not valid JSON: line 2, column 1: Expecting value; "
            "git left both sides of a merge: keep the entries of both",
        ),
    ],
)
def test_a_broken_baseline_is_one_line(text: str | bytes, cause: str, folder: Folder) -> None:
    if isinstance(text, str) and (text.startswith(("5", '{"path"', "\n<"))):
        text = f'{{"version": 1, "findings": [{text}]}}'
    folder.write("jobs.py", UNBOUND)
    folder.write(FILE_NAME, text)
    for arguments in (["check"], ["baseline", "update"], ["baseline", "check"], ["check", "--exit-zero"]):
        assert folder(*arguments) == (2, "", f"celerylint: {folder.root / FILE_NAME}: {cause}\n"), arguments
    assert folder.check("--no-baseline").code == 1


@pytest.mark.parametrize("kind", ["folder", "gone", "pipe"])
def test_a_baseline_that_cannot_be_read_is_one_line(kind: str, folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    place = folder.root / "known.json"
    if kind == "folder":
        place.mkdir()
    outcome = folder.check("--baseline", "known.json") if kind != "pipe" else folder.check("--baseline", "\0")
    assert outcome.code == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1


def test_a_file_that_cannot_be_written_is_one_line_and_nothing_is_left(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    outcome = folder("baseline", "create", "--baseline", "no/folder/known.json")
    assert outcome == (2, "", f"celerylint: {folder.root}/no/folder/known.json: No such file or directory\n")
    (folder.root / "in-the-way").mkdir()
    with pytest.raises(SettingsError, match="in-the-way: "):
        write(str(folder.root / "in-the-way"), "x")
    assert sorted(os.listdir(folder.root)) == ["in-the-way", "jobs.py"]


def test_mode_and_link_of_the_file_stay(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    real = folder.write("real/known.json", render([]))
    real.chmod(0o640)
    (folder.root / FILE_NAME).symlink_to(real)
    assert folder("baseline", "update").code == 0
    assert (folder.root / FILE_NAME).is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert len(entries(folder, "real/known.json")) == 1


# --- what matches


FOUND = st.lists(st.tuples(WORDS, st.builds(Identity, st.sampled_from(["CEL201", "CEL202"]), WORDS, WORDS, st.just(0))))
TODAY = "2026-06-15"


@unhurried
@given(FOUND, ENTRIES, st.sets(WORDS))
def test_matching_is_that_of_multisets(
    found: list[tuple[str, Identity]], known: list[Known], movable: set[str]
) -> None:
    matches, left = match(found, known, lambda entry: entry.path in movable, TODAY)
    holders = [known[number] for number in matches if number is not None]
    # No entry holds more than its count, and what it holds is what it names.
    used = Counter(number for number in matches if number is not None)
    assert [used[number] + left[number] for number in range(len(known))] == [entry.count for entry in known]
    for (path, identity), number in zip(found, matches, strict=True):
        if number is not None:
            assert (known[number].code, known[number].scope, known[number].line) == identity[:3]
            assert known[number].path == path or known[number].path in movable
    # As many as can be are held where they are; and then elsewhere.
    exact = Counter[tuple[str, ...]]((path, *identity[:3]) for path, identity in found)
    there = Counter[tuple[str, ...]]()
    for entry in known:
        there[entry[:4]] += entry.count
    here = sum(known[n].path == path for (path, _), n in zip(found, matches, strict=True) if n is not None)
    assert here == (exact & there).total()
    if movable == {"a", "b"}:
        anywhere = Counter[tuple[str, ...]](identity[:3] for _, identity in found)
        in_all = Counter[tuple[str, ...]]()
        for entry in known:
            in_all[entry[1:4]] += entry.count
        assert len(holders) == (anywhere & in_all).total()


@unhurried
@given(FOUND)
def test_a_baseline_of_what_is_found_holds_all_of_it_and_nothing_else(found: list[tuple[str, Identity]]) -> None:
    known = collected(Known(path, *identity[:3]) for path, identity in found)
    matches, left = match(found, known, lambda entry: False, TODAY)
    assert None not in matches
    assert not any(left)
    more = [*found, ("c", Identity("CEL201", "a", "a"))]
    assert match(more, known, lambda entry: False, TODAY)[0][-1] is None


def test_of_equal_entries_one_that_has_expired_is_the_last() -> None:
    old, new = (Known("a", "CEL201", "f", "x", expires=date) for date in ("2026-06-14", "2026-06-15"))
    found = [("a", Identity("CEL201", "f", "x"))]
    for known in ([old, new], [new, old]):
        assert match(found, known, lambda entry: True, TODAY) == (
            [known.index(new)],
            [1 - (each is new) for each in known],
        )


# --- check


def test_what_the_baseline_holds_is_left_alone(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    assert folder("baseline", "create") == (0, "", "celerylint: celerylint-baseline.json: 1 finding\n")
    assert folder.check() == (0, "", "celerylint: 0 findings in 0 of 1 files; 1 in the baseline\n")
    assert folder.check("-q") == (0, "", "")
    assert folder.check("--output-format", "json").out == "[]\n"
    assert "CEL201" not in folder.check("--statistics").err
    assert folder.check("--no-baseline").code == 1
    folder.write("jobs.py", TWO)
    outcome = folder.check()
    assert (outcome.code, len(outcome.out.splitlines())) == (1, 1)
    assert "`post`" in outcome.out


def test_edits_elsewhere_do_not_matter_and_one_more_of_the_same_does(folder: Folder) -> None:
    once = TWICE.removesuffix("    send.delay()\n")
    folder.write("jobs.py", once)
    folder("baseline", "create")
    folder.write(
        "jobs.py", once.replace("def view", "import os\n\n\ndef view").replace("    send", "    os\n    send") + " "
    )
    assert folder.check().code == 0
    folder.write("jobs.py", TWICE)
    outcome = folder.check()
    assert [line.split(" ")[0] for line in outcome.out.splitlines()] == ["jobs.py:10:5:"], "the first one is held"
    assert "1 in the baseline" in outcome.err


def test_a_renamed_file_is_known(folder: Folder) -> None:
    folder.write("jobs.py", TWO)
    folder("baseline", "create")
    (folder.root / "jobs.py").rename(folder.root / "é tasks.py")
    assert folder.check("--strict-baseline").code == 0
    assert folder.check("é tasks.py").code == 0, "by its new name alone, as a hook names it"
    assert folder("baseline", "update").err == "celerylint: celerylint-baseline.json: 2 findings: 2 moved\n"
    assert {entry.path for entry in entries(folder)} == {"é tasks.py"}
    assert '"é tasks.py"' in folder.read(FILE_NAME)


def test_a_copy_is_new_and_code_that_moved_is_not(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder("baseline", "create")
    folder.write("copy.py", UNBOUND)
    assert folder.check().out.startswith("copy.py:6:5:")
    assert folder.check("copy.py").code == 1, "the other file was not looked at: what it holds is not free"
    folder.write("jobs.py", "from celery import shared_task\n")
    assert folder.check().code == 0
    assert folder.check("copy.py").code == 1


def test_entries_that_match_nothing_are_named_and_fail_if_asked(folder: Folder) -> None:
    folder.write("jobs.py", TWO)
    folder.write("other.py", UNBOUND)
    folder("baseline", "create")
    folder.replace("jobs.py", "@shared_task\ndef post(", "@shared_task(bind=True)\ndef post(self, ")
    said = [
        f"celerylint: celerylint-baseline.json: jobs.py: CEL201 in post: {CALL}: matches nothing any more",
        "celerylint: celerylint-baseline.json: `celerylint baseline update --prune` drops what "
        "matches nothing any more",
        "celerylint: 0 findings in 0 of 2 files; 2 in the baseline",
    ]
    outcome = folder.check()
    assert (outcome.code, outcome.err.splitlines()) == (0, said)
    assert folder.check("--quiet") == (0, "", "")
    assert folder.check("--strict-baseline").code == 1
    assert folder.check("--strict-baseline", "--quiet").err.splitlines() == said[:2]
    assert folder.check("--strict-baseline", "--exit-zero").code == 0
    assert folder.check("--strict-baseline", "other.py").code == 0, "nothing is known of the other file"
    assert folder.check("--strict-baseline", "--ignore", "CEL201").code == 0, "nor of a rule that is off"
    assert folder("baseline", "check").code == 1
    assert folder("baseline", "update", "--prune").err.endswith("2 findings: 1 dropped\n")
    assert folder.check("--strict-baseline").code == 0
    assert folder("baseline", "check").code == 0


def test_what_was_not_looked_at_is_not_gone(folder: Folder) -> None:
    names = ["jobs.py", "app/jobs.py", "legacy/jobs.py", "ignored/jobs.py", "off.py", "tests/jobs.py"]
    for number, name in enumerate(names):
        folder.write(name, UNBOUND.replace("send", f"send_{number}"))
    folder("baseline", "create", *names)
    for name in names[:5]:
        folder.write(name, "from celery import shared_task\n")
    assert len(folder.check("--verbose").err.split("matches nothing any more")) == 7
    folder.write("jobs.py", BROKEN)
    folder.write(".gitignore", "ignored\n")
    folder.write(
        "pyproject.toml", "[tool.celerylint]\nexclude = ['legacy']\nper-file-ignores = {'off.py' = ['CEL201']}\n"
    )
    outcome = folder.check()
    assert outcome.code == 2
    assert [line.split(": ")[2] for line in outcome.err.splitlines() if "in send" in line] == ["app/jobs.py"]
    folder.write("jobs.py", UNBOUND.replace("send", "send_0"))
    assert folder("baseline", "update", "--prune").err.endswith("1 dropped\n")


def test_the_entries_of_a_deleted_file_are_gone(folder: Folder) -> None:
    folder.write("app/jobs.py", UNBOUND)
    folder.write("app/more.py", UNBOUND.replace("send", "post"))
    folder("baseline", "create")
    (folder.root / "app" / "jobs.py").unlink()
    assert folder.check("app/more.py", "--strict-baseline").code == 0, "it was not asked about"
    for path in (".", "app"):
        outcome = folder.check(path, "--strict-baseline")
        assert outcome.code == 1
        assert "app/jobs.py: CEL201 in send" in outcome.err
    assert folder("baseline", "update").err.endswith("1 finding: 1 dropped\n")


def test_only_some_of_many_are_named(folder: Folder) -> None:
    folder.write("jobs.py", "from celery import shared_task\n")
    folder.write(FILE_NAME, render(Known("jobs.py", "CEL201", letter, "x") for letter in string.ascii_lowercase))
    outcome = folder.check()
    assert outcome.err.count("in ") == 10 + 1
    assert "16 more entries match nothing any more (--verbose names them)" in outcome.err
    assert folder.check("--verbose").err.count(": x: matches nothing") == 26


def test_a_rule_that_is_no_more_is_gone(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder.write(FILE_NAME, render([Known("jobs.py", "CEL999", "", "x")]))
    assert folder.check("--strict-baseline").err.startswith(f"celerylint: {FILE_NAME}: jobs.py: CEL999: x: matches")


def test_an_entry_past_its_day_no_longer_holds_and_says_so(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("jobs.py", UNBOUND)
    folder("baseline", "create")
    edit_entry(folder, reason="until the app binds it", expires="2026-06-15")
    for day, code in (("2026-06-14", 0), ("2026-06-15", 0), ("2026-06-16", 1)):
        for module in (baseline, baselines):
            monkeypatch.setattr(module, "today", lambda day=day: day)
        outcome = folder.check("--strict-baseline")
        assert outcome.code == code
    assert outcome.err.splitlines() == [
        f"celerylint: {FILE_NAME}: jobs.py: CEL201 in send: {CALL}: expired on 2026-06-15 (until the app binds it)",
        "celerylint: 1 finding in 1 of 1 files",
    ]
    folder("baseline", "update")
    assert folder.check().code == 1, "an update does not lengthen it"
    assert entries(folder)[0].expires == "2026-06-15"
    folder.write("jobs.py", "from celery import shared_task\n")
    assert "expired" not in folder.check().err
    assert folder.check("--strict-baseline").code == 1


def test_a_comment_takes_the_place_of_an_entry(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder("baseline", "create")
    folder.replace("jobs.py", CALL, f"{CALL}  # noqa: CEL201")
    assert folder.check("--strict-baseline").code == 1
    folder("baseline", "update")
    assert entries(folder) == []


# --- where it is


def test_it_stands_beside_the_settings_and_a_monorepo_has_several(folder: Folder) -> None:
    for name in ("one", "two"):
        folder.write(f"{name}/pyproject.toml", "[tool.celerylint]\n")
        folder.write(f"{name}/src/jobs.py", UNBOUND)
    folder.write("jobs.py", UNBOUND)
    folder.write("three/jobs.py", "x = 1\n")
    assert folder("baseline", "create").code == 0
    for name in ("one", "two"):
        assert [entry.path for entry in entries(folder, f"{name}/{FILE_NAME}")] == ["src/jobs.py"]
    assert [entry.path for entry in entries(folder)] == ["jobs.py"]
    assert not (folder.root / "three" / FILE_NAME).exists()
    for paths, cwd in ([], ""), (["one"], ""), ([], "two/src"), (["../one/src/jobs.py"], "two"):
        assert folder.check("--strict-baseline", *paths, cwd=cwd).code == 0, (paths, cwd)
    (folder.root / "one" / FILE_NAME).unlink()
    assert folder.check().out.startswith("one/src/jobs.py")


def test_without_settings_it_stands_at_the_root_of_the_repository(folder: Folder) -> None:
    folder.write("src/jobs.py", UNBOUND)
    (folder.root / ".git").mkdir()
    assert folder("baseline", "create", cwd="src").code == 0
    assert [entry.path for entry in entries(folder)] == ["src/jobs.py"]
    assert folder.check("src").code == 0


def test_one_that_is_named_speaks_for_all_files(folder: Folder) -> None:
    folder.write("one/pyproject.toml", "[tool.celerylint]\n")
    for name in ("one/jobs.py", "jobs.py"):
        folder.write(name, UNBOUND)
    folder.write("ci/x", "")
    assert folder("baseline", "create", "--baseline", "ci/known.json").code == 0
    assert [entry.path for entry in entries(folder, "ci/known.json")] == ["../jobs.py", "../one/jobs.py"]
    assert folder.check("--baseline", "ci/known.json").code == 0
    assert folder.check("--isolated", "--baseline", "ci/known.json").code == 0
    assert folder.check().code == 1
    assert folder("baseline", "check", "--baseline", "ci/known.json").code == 0
    assert folder.check("--config", "one/pyproject.toml", "--baseline", "ci/known.json").code == 0
    assert folder.check("--baseline", "").err == f"celerylint: {folder.root}: Is a directory\n"
    missing = "no.json: no such baseline; `celerylint baseline create` makes one"
    assert folder.check("--baseline", "no.json") == (2, "", f"celerylint: {missing}\n")


def test_without_settings_files_there_is_none_of_its_own(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder("baseline", "create")
    assert folder.check("--isolated").code == 1
    assert folder("baseline", "update", "--isolated").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("check --no-baseline --baseline x", "--no-baseline excludes --baseline and --strict-baseline"),
        ("check --no-baseline --strict-baseline", "--no-baseline excludes --baseline and --strict-baseline"),
        ("baseline create -", "standard input (-) has no baseline"),
        ("baseline check", f"no {FILE_NAME} for what was checked; `celerylint baseline create` makes one"),
        ("baseline create --isolated", "--isolated uses no baseline but one that --baseline names"),
    ],
)
def test_usage_errors(arguments: str, message: str, folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    assert folder(*arguments.split()) == (2, "", f"celerylint: {message}\n")


def test_standard_input_is_judged_by_its_name(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("app/jobs.py", UNBOUND)
    folder("baseline", "create")
    for text, code in ((UNBOUND, 0), (TWO, 1), ("from celery import shared_task\n", 0)):
        with folder.write("given", text).open() as given_text:
            monkeypatch.setattr("sys.stdin", given_text)
            outcome = folder.check("-", "--stdin-filename", "app/jobs.py", "--strict-baseline")
        assert outcome.code == code
        assert "any more" not in outcome.err, "the text is not saved yet"


# --- the commands


def test_create_refuses_to_lose_reasons(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder("baseline", "create")
    before = folder.read(FILE_NAME)
    message = f"{FILE_NAME}: is there; `celerylint baseline update` keeps its reasons and dates"
    assert folder("baseline", "create") == (2, "", f"celerylint: {message}\n")
    assert folder.read(FILE_NAME) == before


def test_nothing_found_writes_nothing(folder: Folder) -> None:
    folder.write("jobs.py", "x = 1\n")
    assert folder("baseline", "create") == (0, "", f"celerylint: {FILE_NAME}: nothing was found, nothing is written\n")
    assert not (folder.root / FILE_NAME).exists()


def test_update_keeps_reasons_and_dates(folder: Folder) -> None:
    folder.write("jobs.py", TWO)
    folder("baseline", "update")
    edit_entry(folder, 1, reason="later", expires="2999-01-01")
    before = entries(folder)
    folder.write("more.py", UNBOUND)
    folder.write("twice.py", TWICE)
    assert folder("baseline", "update").err == f"celerylint: {FILE_NAME}: 5 findings: 3 added\n"
    after = entries(folder)
    assert set(before) <= set(after)
    assert [entry.count for entry in after] == [1, 1, 1, 2]
    text, status = folder.read(FILE_NAME), (folder.root / FILE_NAME).stat()
    assert folder("baseline", "update").err == f"celerylint: {FILE_NAME}: 5 findings: as before\n"
    assert (folder.root / FILE_NAME).stat() == status, "it is not written again"
    folder.write(FILE_NAME, json.dumps(json.loads(text)))
    folder("baseline", "update")
    assert folder.read(FILE_NAME) == text
    assert folder("baseline", "update", "-q") == (0, "", "")


def test_update_of_a_part_leaves_the_rest(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder.write("more.py", UNBOUND)
    folder("baseline", "create")
    before = folder.read(FILE_NAME)
    for arguments in (["more.py"], ["--select", "CEL105"], ["--prune", "jobs.py"]):
        folder("baseline", "update", *arguments)
        assert folder.read(FILE_NAME) == before


def test_prune_adds_nothing(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder("baseline", "create")
    folder.write("jobs.py", UNBOUND.replace("send", "post"))
    assert folder("baseline", "update", "--prune").err == f"celerylint: {FILE_NAME}: 0 findings: 1 dropped\n"
    assert folder.read(FILE_NAME) == '{\n  "version": 1,\n  "findings": []\n}\n'
    assert folder.check().code == 1


def test_a_file_that_cannot_be_read_costs_no_other_its_entries(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    folder.write("more.py", UNBOUND)
    folder("baseline", "create")
    folder.write("jobs.py", BROKEN)
    folder.write("more.py", TWO)
    outcome = folder("baseline", "update")
    assert outcome.code == 2
    assert outcome.err.startswith("celerylint: jobs.py:2:")
    assert [(entry.path, entry.scope) for entry in entries(folder)] == [
        ("jobs.py", "send"),
        ("more.py", "post"),
        ("more.py", "send"),
    ]


def test_a_merge_of_both_sides_is_a_baseline(folder: Folder) -> None:
    """Equal lines from two branches add up, and an update writes them as one."""
    folder.write("jobs.py", TWICE)
    one = '{"path": "jobs.py", "code": "CEL504", "scope": "view", "line": "send.delay()"}'
    folder.write(FILE_NAME, f'{{"version": 1, "findings": [{one}, {one}]}}')
    assert folder.check("--strict-baseline").code == 0
    folder("baseline", "update")
    assert [entry.count for entry in entries(folder)] == [2]


def test_a_kept_run_is_judged_anew(folder: Folder, tmp_path: Path) -> None:
    """What a baseline says is in no kept run: it may change, and the date does."""
    folder.write("jobs.py", UNBOUND)
    os.utime(folder.root / "jobs.py", (1, 1))
    cache = ["--cache-dir", str(tmp_path / "cache")]
    assert folder.check(*cache).code == 1
    assert list((tmp_path / "cache").glob("runs-*/*.json"))
    folder("baseline", "create", *cache)
    assert folder.check(*cache).code == 0
    edit_entry(folder, expires="2001-01-01")
    assert folder.check(*cache).code == 1
    (folder.root / FILE_NAME).unlink()
    assert folder.check(*cache).code == 1
    assert folder.check(*cache, "--no-baseline").err == "celerylint: 1 finding in 1 of 1 files\n"


def test_many_processes_give_the_same_baseline(folder: Folder) -> None:
    for number in range(6):
        folder.write(f"app{number}/jobs.py", TWO)
    folder("baseline", "create", "-j1")
    text = folder.read(FILE_NAME)
    (folder.root / FILE_NAME).unlink()
    folder("baseline", "create", "-j3")
    assert folder.read(FILE_NAME) == text
    assert len(entries(folder)) == 12


def test_crlf_and_unusual_names(folder: Folder) -> None:
    names = ["a b.py", "é.py", 'quo"te.py', "tab\t.py", "new\nline.py"]
    for name in names:
        folder.write(name, UNBOUND.replace("\n", "\r\n"))
    folder("baseline", "create")
    assert len(folder.read(FILE_NAME).splitlines()) == 5 + len(names) - 1 + 1
    assert folder.check("--strict-baseline").code == 0
    for name in names:
        folder.write(name, UNBOUND)
    assert folder.check("--strict-baseline").code == 0, "line ends do not matter"


# --- fixes

SAFE = """\
from celery import shared_task


@shared_task(bind=True)
def send(self, order_id):
    try:
        post(order_id)
    except ConnectionError as error:
        self.retry(exc=error)
"""


def test_what_the_baseline_holds_is_not_mended_unless_asked(folder: Folder) -> None:
    options = ["--select", "CEL202"]
    folder.write("jobs.py", SAFE)
    folder("baseline", "create", *options)
    new = SAFE + SAFE.partition("\n\n\n")[2].join(("\n\n", "")).replace("send", "post_later")
    folder.write("jobs.py", new)
    assert folder.check(*options, "--diff").out.count("\n+") == 2
    outcome = folder.check(*options, "--fix")
    assert outcome.err.splitlines() == [
        "celerylint: 1 finding fixed",
        "celerylint: 0 findings in 0 of 1 files; 1 in the baseline",
    ]
    assert folder.read("jobs.py").count("raise self.retry") == 1
    assert "raise" in folder.read("jobs.py").partition("def post_later")[2]
    assert folder.check(*options, "--fix", "--no-baseline").code == 0
    assert folder.read("jobs.py").count("raise self.retry") == 2


def test_of_equal_findings_those_that_are_new_are_mended(folder: Folder) -> None:
    options = ["--select", "CEL202"]
    folder.write("jobs.py", SAFE)
    folder("baseline", "create", *options)
    folder.write(
        "jobs.py", SAFE + "        if order_id:\n            self.retry(exc=error)\n        self.retry(exc=error)\n"
    )
    count = len(folder.check(*options).out.splitlines())
    assert count >= 1
    folder.check(*options, "--fix")
    assert folder.read("jobs.py").count("raise self.retry") == count
    assert folder.check(*options).code == 0
    assert read(str(folder.root / FILE_NAME)) is not None
