"""`--since`: what counts as changed, asked of real repositories; and what is said where that cannot be known."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from celerylint.hosts import git
from celerylint.linter.changed_lines import ALL, overlap, parse
from tests.folder import Folder
from tests.test_baseline import SAFE, TWICE
from tests.test_cli import UNBOUND

DISPATCH = "    send.delay()\n"
SHALLOW = (
    "the clone is shallow: fetch the history as well (GitHub's actions/checkout: `fetch-depth: 0`; GitLab: "
    '`GIT_DEPTH: "0"`; a shell: `git fetch --unshallow`)'
)


@pytest.fixture
def shop(folder: Folder) -> Folder:
    """A repository with a commit: CEL504 in lines 9 and 10 of `jobs.py`."""
    folder.git("init", "--quiet")
    folder.write("jobs.py", TWICE)
    folder.write("app/more.py", UNBOUND)
    folder.commit()
    return folder


def places(folder: Folder, *arguments: str, cwd: str = "") -> list[str]:
    """Path and line of what counts."""
    outcome = folder.check(*arguments, cwd=cwd)
    assert outcome.code == bool(outcome.out), outcome.err
    return [line.rpartition(":")[0].partition(": ")[0].rpartition(":")[0] for line in outcome.out.splitlines()]


def test_what_has_not_changed_does_not_count(shop: Folder) -> None:
    assert shop.check("--since", "HEAD") == (
        0,
        "",
        "celerylint: 0 findings in 0 of 2 files; 3 on lines unchanged since HEAD\n",
    )
    shop.write("jobs.py", f"{TWICE}    print()\n{DISPATCH}")
    assert places(shop, "--since", "HEAD") == ["jobs.py:12"]
    assert shop.check("--since", "HEAD", "--output-format", "json").out.count('"code"') == 1


@pytest.mark.parametrize("state", ["worktree", "staged", "both", "committed"])
def test_committed_staged_or_neither_is_changed(state: str, shop: Folder) -> None:
    shop.git("switch", "--quiet", "--create", "topic")
    shop.write("jobs.py", TWICE + DISPATCH)
    if state in ("staged", "both"):
        shop.git("add", ".")
    if state == "both":
        shop.write("jobs.py", "\n" + TWICE + DISPATCH + DISPATCH)
    if state == "committed":
        shop.commit()
    assert places(shop, "--since", "main") == (["jobs.py:12", "jobs.py:13"] if state == "both" else ["jobs.py:11"])


def test_it_is_compared_with_where_the_branch_began(shop: Folder) -> None:
    shop.git("switch", "--quiet", "--create", "topic")
    shop.write("topic.py", UNBOUND)
    shop.commit()
    shop.git("switch", "--quiet", "main")
    shop.replace("jobs.py", "def view", "def other")
    shop.write("late.py", UNBOUND)
    shop.commit()
    shop.git("switch", "--quiet", "topic")
    assert places(shop, "--since", "main") == ["topic.py:6"]
    shop.git("merge", "--quiet", "main")
    assert places(shop, "--since", "main") == ["topic.py:6"]


def test_untracked_files_are_new_even_ignored_ones_that_are_named(shop: Folder) -> None:
    shop.write("new.py", UNBOUND)
    shop.write("deep/er/new.py", UNBOUND)
    shop.write(".gitignore", "ignored.py\n")
    shop.write("ignored.py", UNBOUND)
    shop.write("script", UNBOUND)
    assert places(shop, "--since", "HEAD") == ["deep/er/new.py:6", "new.py:6"]
    assert places(shop, "--since", "HEAD", "ignored.py", "script") == ["ignored.py:6", "script:6"]
    shop.commit()
    shop.write("script", "\n" + UNBOUND)
    assert places(shop, "--since", "HEAD", "script") == [], "a line above is not the line"
    shop.write("script", UNBOUND.replace("order_id)\n", "order_id) \n"))
    assert places(shop, "--since", "HEAD", "script") == ["script:6"]


def test_a_file_that_was_renamed_has_changed_where_it_was_edited(shop: Folder) -> None:
    shop.git("mv", "jobs.py", "été ça.py")
    assert places(shop, "--since", "HEAD") == []
    text = shop.read("été ça.py")
    shop.write("été ça.py", text + DISPATCH)
    assert places(shop, "--since", "HEAD") == ["été ça.py:11"]
    shop.commit()
    assert places(shop, "--since", "HEAD~1") == ["été ça.py:11"]


@pytest.mark.parametrize("config", ["", "diff.noprefix", "diff.mnemonicPrefix", "diff.relative", "color.ui=always"])
@pytest.mark.parametrize("name", ["a b.py", "é.py", 'quo"te.py', "tab\t.py", "new\nline.py", "back\\slash.py", "-x.py"])
def test_any_name_and_any_configuration(name: str, config: str, shop: Folder) -> None:
    if config:
        shop.git("config", *(config.split("=") if "=" in config else [config, "true"]))
    for key, value in {"diff.renames": "false", "diff.interHunkContext": "9", "diff.context": "5"}.items():
        shop.git("config", key, value)
    shop.write(name, TWICE)
    shop.commit()
    shop.write(name, TWICE.replace(f"{DISPATCH}{DISPATCH}", f"{DISPATCH}    send.delay( )\n"))
    outcome = shop.check("--since", "HEAD", "--output-format", "json")
    assert [outcome.out.count(f'"line": {line}') for line in (9, 10)] == [0, 1]


def test_an_undecodable_name(shop: Folder) -> None:
    name = os.fsdecode(b"\xff.py")
    shop.write(name, TWICE)
    shop.commit()
    assert shop.check("--since", "HEAD").code == 0
    shop.write(name, TWICE + DISPATCH)
    assert shop.check("--since", "HEAD").out.count("\n") == 1


def test_text_that_looks_like_a_diff_and_attributes_that_hide_one(shop: Folder) -> None:
    fake = '"""\n--- a/x.py\n+++ b/x.py\n@@ -1,9 +1,9 @@\n\\ No newline\n"""\n'
    shop.write(".gitattributes", "*.py -diff\nmore.py diff=hidden\n")
    shop.git("config", "diff.hidden.textconv", "true")
    shop.git("config", "diff.external", "true")
    shop.commit()
    shop.write("jobs.py", fake + TWICE + DISPATCH.rstrip("\n"))
    shop.write("app/more.py", UNBOUND.replace("order_id)\n", "order_id )\n"))
    assert places(shop, "--since", "HEAD") == ["app/more.py:6", "jobs.py:17"]


@pytest.mark.parametrize("converted", ["false", "true"])
def test_line_ends(converted: str, shop: Folder) -> None:
    shop.git("config", "core.autocrlf", converted)
    shop.write("jobs.py", TWICE.replace("\n", "\r\n"))
    every = ["jobs.py:9", "jobs.py:10"]
    assert places(shop, "--since", "HEAD") == ([] if converted == "true" else every)
    shop.commit()
    shop.write("jobs.py", (TWICE + DISPATCH).replace("\n", "\r\n"))
    assert places(shop, "--since", "HEAD") == ["jobs.py:11"]
    shop.commit()
    shop.write("jobs.py", (TWICE + DISPATCH + DISPATCH).replace("\n", "\r"))
    assert len(places(shop, "--since", "HEAD")) == 4, "git counts no lines there"


RANGE = """\
from celery import shared_task


@shared_task(
    bind=True,
    max_retry=3,
    # why
)
def send(
    self,
    order_id,
):
    print(order_id)


def view():
    send.delay(
        # one
        # two
        # three
    )
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("        # two\n", "        # 2\n", "CEL504"),
        ("        # two\n", "", "CEL504"),
        ("        # two\n", "        # two\n\n", "CEL504"),
        ("    )\n", "    )\n\n", ""),
        ("def view():\n", "def view():\n    pass\n", ""),
        ("    max_retry=3,\n", "    max_retry=4,\n", "CEL105"),
        ("    # why\n", "", "CEL112"),
        ("    order_id,\n", "    order_id=None,\n", "CEL112"),
        ("    print(order_id)\n", "    print()\n", ""),
        ("\n\n@shared", "\n\n\n@shared", ""),
    ],
)
def test_any_line_of_its_range_counts(old: str, new: str, code: str, shop: Folder) -> None:
    """Of a finding about a whole task those of its decorators and parameters too; a line that is gone in between."""
    shop.write("range.py", RANGE)
    shop.commit()
    options = ["--select", "CEL105,CEL504,CEL112", "range.py"]
    assert {line.split()[1] for line in shop.check(*options).out.splitlines()} == {"CEL105", "CEL504", "CEL112"}
    shop.replace("range.py", old, new)
    found = [line.split()[1] for line in shop.check("--since", "HEAD", *options).out.splitlines()]
    assert (code in found) if code else found == []
    if code == "CEL105":
        assert "CEL112" in found, "the decorator of the whole"


def test_folders_below_and_paths_above(shop: Folder) -> None:
    shop.write("jobs.py", TWICE + DISPATCH)
    shop.write("app/new.py", UNBOUND)
    assert places(shop, "--since", "HEAD", cwd="app") == ["new.py:6"]
    assert sorted(os.path.basename(place) for place in places(shop, "--since", "HEAD", "..", cwd="app")) == [
        "jobs.py:11",
        "new.py:6",
    ]


def test_links_lead_to_the_file(shop: Folder, tmp_path: Path) -> None:
    (shop.root / "linked.py").symlink_to("jobs.py")
    (tmp_path / "elsewhere").symlink_to(shop.root)
    shop.commit()
    shop.write("jobs.py", TWICE + DISPATCH)
    assert places(shop, "--since", "HEAD", "linked.py") == ["linked.py:11"]
    assert len(places(shop, "--since", "HEAD", str(tmp_path / "elsewhere"))) == 1


def test_several_repositories_are_asked_each(shop: Folder) -> None:
    shop.write("nested/jobs.py", TWICE)
    shop.git("init", "--quiet", cwd="nested")
    shop.commit(cwd="nested")
    shop.commit()
    shop.write("nested/jobs.py", TWICE + DISPATCH)
    shop.write("app/more.py", UNBOUND.replace("order_id)\n", "order_id )\n"))
    assert places(shop, "--since", "main") == ["app/more.py:6", "nested/jobs.py:11"]
    shop.git("tag", "here")
    outcome = shop.check("--since", "here")
    message = f"--since here: no commit of {shop.root}/nested has this name; is it fetched?"
    assert outcome == (2, "", f"celerylint: {message}\n")


def test_worktrees_and_hooks(shop: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook is told which repository it runs for; the files say it better."""
    shop.git("worktree", "add", "--quiet", "-b", "topic", "../tree")
    shop.write("../tree/jobs.py", TWICE + DISPATCH)
    for name, value in {"GIT_DIR": f"{shop.root}/.git", "GIT_INDEX_FILE": "x", "GIT_LITERAL_PATHSPECS": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u9")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "true")
    assert places(shop, "--since", "main", cwd="../tree") == ["jobs.py:11"]
    assert shop.check("--since", "main").code == 0


def test_a_conflict_is_no_reason_to_pass(shop: Folder) -> None:
    shop.git("switch", "--quiet", "--create", "topic")
    shop.write("jobs.py", TWICE.replace(f"{DISPATCH}{DISPATCH}", f"{DISPATCH}    send.delay( )\n"))
    shop.commit()
    shop.git("switch", "--quiet", "main")
    shop.write("jobs.py", TWICE.replace(f"{DISPATCH}{DISPATCH}", f"{DISPATCH}    send.delay(*())\n"))
    shop.commit()
    with pytest.raises(AssertionError):
        shop.git("merge", "topic")
    assert shop.check("--since", "HEAD").code == 2, "git's marks are no Python"
    shop.write("jobs.py", TWICE.replace(f"{DISPATCH}{DISPATCH}", f"{DISPATCH}    send.delay(  )\n"))
    assert places(shop, "--since", "HEAD") == ["jobs.py:10"]


def test_the_index_is_left_as_it_is(shop: Folder) -> None:
    os.utime(shop.root / "jobs.py")
    index = shop.root / ".git" / "index"
    before = index.read_bytes(), index.stat().st_mtime_ns
    shop.check("--since", "HEAD")
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before


# --- what cannot be known


def refused(folder: Folder, cause: str, *arguments: str, cwd: str = "") -> None:
    for more in ([], ["--exit-zero"]):
        assert folder.check(*arguments, *more, cwd=cwd) == (2, "", f"celerylint: {cause}\n")


@pytest.mark.parametrize("ref", ["nope", "", "-x", "--help", "main..HEAD", "HEAD~9", "x y", "HEAD:jobs.py", "é"])
def test_an_unknown_commit(ref: str, shop: Folder) -> None:
    (shop.root / "jobs.py").unlink()
    (shop.root / "app/more.py").unlink()
    refused(shop, f"--since {ref}: no commit of {shop.root} has this name; is it fetched?", f"--since={ref}")


def test_no_repository(folder: Folder) -> None:
    folder.write("jobs.py", UNBOUND)
    outcome = folder.check("--since", "HEAD")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"celerylint: --since: git in {folder.root}: not a git repository")
    assert outcome.err.count("\n") == 1


def test_no_commit_yet_and_nothing_in_common(shop: Folder) -> None:
    shop.git("switch", "--quiet", "--orphan", "other")
    shop.write("jobs.py", UNBOUND)
    outcome = shop.check("--since", "main")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert f"celerylint: --since: git in {shop.root}: Needed a single revision\n" == outcome.err
    shop.commit()
    refused(shop, f"--since main: has no commit in common with HEAD in {shop.root}", "--since", "main")


def test_git_is_missing(shop: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    refused(shop, "--since: git is not installed", "--since", "HEAD")


def test_standard_input(shop: Folder) -> None:
    refused(shop, "--since compares files on the disk: it cannot be used with standard input (-)", "--since", "x", "-")


def test_a_broken_repository(shop: Folder) -> None:
    (shop.root / ".git" / "HEAD").write_text("nonsense")
    outcome = shop.check("--since", "HEAD")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_a_shallow_clone_is_explained_and_never_green(shop: Folder, tmp_path: Path) -> None:
    """As actions/checkout leaves it: one commit, and no other branch."""
    shop.git("switch", "--quiet", "--create", "topic")
    shop.write("topic.py", UNBOUND)
    shop.commit()
    clone = ("clone", "--quiet", "--depth", "1")
    url = f"file://{shop.root}"
    shop.git(*clone, "--branch", "topic", url, "../one")
    shop.git(*clone, "--branch", "topic", "--no-single-branch", url, "../both")
    for name in ("one", "both"):
        root = tmp_path / name
        cause = f"--since origin/main: not found in {root}; {SHALLOW}"
        refused(shop, cause, "--since", "origin/main", cwd=f"../{name}")
    shop.git("fetch", "--quiet", "--unshallow", cwd="../both")
    assert places(shop, "--since", "origin/main", cwd="../both") == ["topic.py:6"]


def test_a_shallow_clone_that_is_deep_enough_is_no_hindrance(shop: Folder) -> None:
    shop.git("switch", "--quiet", "--create", "topic")
    shop.write("topic.py", UNBOUND)
    shop.commit()
    clone = ("clone", "--quiet", "--depth", "2", "--branch", "topic", "--no-single-branch")
    shop.git(*clone, f"file://{shop.root}", "../two")
    assert places(shop, "--since", "origin/main", cwd="../two") == ["topic.py:6"]


# --- with other options


def test_a_kept_run_is_asked_anew(shop: Folder, tmp_path: Path) -> None:
    for name in ("jobs.py", "app/more.py"):
        os.utime(shop.root / name, (1, 1))
    options = ["--cache-dir", str(tmp_path / "cache"), "--since", "HEAD~1"]
    shop.commit("nothing")
    assert shop.check(*options).code == 0
    kept = list((tmp_path / "cache").glob("runs-*/*.json"))
    assert kept
    shop.git("rm", "--quiet", "--cached", "jobs.py")
    assert shop.check(*options).out.count("\n") == 2, "it is no longer known to git"
    assert list((tmp_path / "cache").glob("runs-*/*.json")) == kept


def test_the_baseline_comes_first(shop: Folder) -> None:
    shop("baseline", "create")
    shop.write("jobs.py", TWICE.replace("def view", "import os\n\n\ndef view") + DISPATCH)
    assert places(shop, "--since", "HEAD") == ["jobs.py:14"]
    assert shop.check("--since", "HEAD").err.endswith("3 in the baseline\n")


def test_only_what_counts_is_mended(shop: Folder) -> None:
    options = ["--select", "CEL202", "--since", "HEAD"]
    shop.write("safe.py", SAFE)
    shop.commit()
    more = SAFE.partition("\n\n\n")[2].replace("send", "post_later")
    shop.write("safe.py", f"{SAFE}\n\n{more}")
    assert shop.check(*options, "--fix").err.splitlines()[0] == "celerylint: 1 finding fixed"
    text = shop.read("safe.py")
    assert text.count("raise self.retry") == 1
    assert "raise" in text.partition("post_later")[2]


# --- the parser


LINES = st.lists(st.sampled_from(["a", "b", "+++ b/x", "@@ -1 +1,9 @@", "\\ No newline", "", "--- a/x"]), max_size=8)
hurried = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


@hurried
@given(before=LINES, after=LINES, ends=st.booleans(), ended=st.booleans())
def test_changed_lines_are_those_that_git_means(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str], ends: bool, ended: bool
) -> None:
    """Without the lines that are said to have changed, the newer text is a part of the older one."""
    root = tmp_path_factory.mktemp("diff")
    for name, lines, has_end in (("old", before, ended), ("new", after, ends)):
        (root / name).write_text("\n".join(lines) + ("\n" if has_end and lines else ""))
    done = git._run(str(root), *git._DIFF, "--no-index", "--", "old", "new")
    changed = parse(done.stdout).get("new", [])
    written = (root / "new").read_text().splitlines(keepends=True)
    same = [line for number, line in enumerate(written, 1) if not overlap(changed, number, number)]
    old = iter((root / "old").read_text().splitlines(keepends=True))
    assert all(any(line == each for each in old) for line in same)
    assert bool(changed) == ((root / "old").read_text() != (root / "new").read_text())


def test_what_is_no_diff_of_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="without the prefix"):
        parse(b"+++ new.py\n")
    assert parse(b"") == {}
    assert overlap(ALL, 5, 5)
