"""`.gitignore` files: what is left out is what the real git leaves out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from celerylint.linter.files import discover
from celerylint.linter.gitignore import repository_root
from tests.processes import clean_environment
from tests.test_cli import write

TREE = """
a.py b.py ab.py a1.py a-b.py A.py .hidden.py #hash.py !bang.py x.pyi größe.py
[ab].py a[b.py a*.py a?.py a!.py a^.py a]b.py a\\b.py
foo/a.py foo/b.py foo/bar/a.py foo/bar/b.py foo/bar/baz/a.py foo/bar/baz/b.py
bar/a.py bar/foo/a.py bar/foo/b.py bar/foo/bar/a.py
x/foo/a.py x/y/foo/a.py x/y/z/a.py x/y/z/b.py
foobar/a.py foo1/bar/a.py foox/y/bar/a.py foox/bar/a.py
name.py/a.py deep/a.py/b.py .dot/a.py
"""
FILES = [*TREE.split(), "a b.py", "end /a.py", "tab\t/a.py"]

PATTERNS = """
a.py
/a.py
a.py/
foo
foo/
/foo
/foo/
foo/bar
foo/bar/
/foo/bar
bar/foo
*/foo
*/foo/
*/a.py
*.py
*.pyi
*.p?
a*
a?.py
?.py
?b.py
.*
.*/
*
/*
/*/
foo/*
foo/*/
foo/*.py
foo/*/a.py
foo/*/*/a.py
**
**/
/**
**/foo
**/foo/
**/foo/bar
**/a.py
**/bar/a.py
foo/**
foo/**/
foo/**/a.py
foo/**/bar
foo/**/bar/a.py
foo/**/baz
x/**/foo
x/**/a.py
**/**/a.py
foo**
foo**/bar
foo**/a.py
**foo
**foo/a.py
*foo*
foo*/bar
f**o/a.py
a**.py
foo***
foo***/a.py
***/a.py
foo/***/a.py
foo/***
**/*/**/a.py
f?o**/bar
f?ox**/bar/a.py
[f]oox**/a.py
*x**/bar/a.py
f\\oox**/a.py
?*/bar/a.py
x/**/z/**
[b-a].py
[a-b-z].py
[]-a].py
[a\\-z].py
[[:digit:]-z].py
[[:nothing:]a].py
[[:a].py
[[a]].py
[ab].py
[a-c].py
[!a].py
[^a].py
[]a].py
[!]a].py
a[]]b.py
a[!x]b.py
a[0-9].py
a[[:digit:]].py
[[:upper:]].py
[[:alpha:]][[:alnum:]].py
[[:punct:]]*.py
a[a!].py
a[x^].py
a[-x]b.py
a[x-]b.py
a[\\]]b.py
a[\\\\]b.py
a[+-.]b.py
a[b.py
a[[]b.py
[[]ab].py
x[!a]y
x[^a]y/z
x[/]y
foo[!a]bar
foo[.-0]a.py
[
[a
[]
[!]
#hash.py
\\#hash.py
!bang.py
\\!bang.py
a\\*.py
a\\?.py
a\\[b.py
a\\\\b.py
\\a.py
a.py\\
foo\\
größe.py
gr*e.py
gr??e.py
a b.py
a\\ b.py
a*b.py
a&&b
[a&&b].py
[a--b].py
[a||b].py
[a~~b].py
(a|b).py
a+.py
a{b,c}.py
^a.py
a.py$
a..
a.p.
./a.py
../a.py
foo//bar
//foo
foo//
/
//
name.py
name.py/
deep/a.py
deep/a.py/
""".strip().split("\n")

TEXTS = {
    "negated": "*.py\n!a.py\n",
    "negated and again": "*.py\n!a.py\nfoo/a.py\n",
    "negated below an ignored folder": "foo/\n!foo/a.py\n",
    "negated below ignored contents": "foo/*\n!foo/bar\n",
    "negated deeper": "foo/*\n!foo/bar/\nfoo/bar/*\n!foo/bar/b.py\n",
    "negated folder only": "*\n!*/\n!a.py\n",
    "negated first": "!a.py\n*.py\n",
    "all but": "/*\n!/foo\n",
    "negated with a hash": "*.py\n!\\#hash.py\n!#hash.py\n",
    "only a bang": "a.py\n!\n",
    "comments": "# a.py\n#b.py\n #ab.py\n",
    "blank lines": "\n\n   \na.py\n\n",
    "no last line end": "b.py\na.py",
    "crlf": "a.py\r\nfoo/\r\n!foo/bar\r\n",
    "cr": "a.py\rb.py\r",
    "byte order mark": "\ufeffa.py\nb.py\n",
    "trailing blanks": "a.py  \nfoo/   \n",
    "escaped trailing blank": "end\\ \n",
    "escaped trailing blanks": "end\\   \n",
    "unescaped trailing blank": "end \n",
    "trailing tab": "tab\t\na.py\t\n",
    "leading blanks": "  a.py\n",
    "form feed": "a.py\fb.py\n",
    "line separator": "x\u2028a.py\n",
    "vertical tab": "x\x0ba.py\x1cb.py\n",
}

CASES = {**{pattern: f"{pattern}\n" for pattern in PATTERNS}, **TEXTS}


def git(cwd: Path, *arguments: str, paths: Iterable[str] = ()) -> list[str]:
    """Run git with none of the user's own settings; the paths that it prints."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=cwd,
        input="".join(f"{path}\0" for path in paths).encode(),
        capture_output=True,
        check=False,
        env=clean_environment({"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(cwd)}),
    )
    assert done.returncode in (0, 1), done.stderr
    return [path for path in done.stdout.decode().split("\0") if path]


def kept(root: Path, monkeypatch: pytest.MonkeyPatch, start: str = ".") -> list[str]:
    """The files that we find from a repository's root."""
    monkeypatch.chdir(root)
    return sorted(found.path for found in discover([start], lambda path: False, False))


def kept_by_git(root: Path, files: Iterable[str]) -> list[str]:
    """The files that git does not ignore."""
    ignored = set(git(root, "check-ignore", "--no-index", "-z", "--stdin", paths=files))
    return sorted(set(files) - ignored)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one file for each of the paths."""
    root = write(tmp_path_factory.mktemp("repository"), dict.fromkeys(FILES, ""))
    git(root, "init", "--quiet")
    return root


@pytest.mark.parametrize("case", CASES)
def test_a_pattern_leaves_out_what_git_leaves_out(case: str, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / ".gitignore").write_bytes(CASES[case].encode())
    assert kept(repository, monkeypatch) == kept_by_git(repository, FILES)


@pytest.mark.parametrize("case", CASES)
def test_a_nested_file_means_what_git_takes_it_for(
    case: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of patterns in a folder is about that folder, and outweighs the one above it."""
    nested = repository / "foo" / ".gitignore"
    (repository / ".gitignore").write_text("b.py\n!foo/b.py\nbaz\n")
    nested.write_bytes(CASES[case].encode())
    try:
        assert kept(repository, monkeypatch) == kept_by_git(repository, FILES)
    finally:
        nested.unlink()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with patterns at three levels."""
    files = ("a.py", "b.py", "app/a.py", "app/b.py", "app/gen/a.py", "app/gen/b.py", "app/gen/keep/a.py", "lib/a.py")
    write(tmp_path, dict.fromkeys(files, ""))
    write(
        tmp_path, {".gitignore": "b.py\nlib\n", "app/.gitignore": "!b.py\ngen/a.py\n", "app/gen/.gitignore": "keep/\n"}
    )
    git(tmp_path, "init", "--quiet")
    return tmp_path


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (".", "a.py app/a.py app/b.py app/gen/b.py"),
        ("app", "app/a.py app/b.py app/gen/b.py"),
        ("app/gen", "app/gen/b.py"),
    ],
)
def test_patterns_above_the_start_hold_too(
    start: str, expected: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept(project, monkeypatch, start) == expected.split()


def test_a_folder_or_file_that_is_named_is_checked_though_ignored(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for start, expected in {"lib": "lib/a.py", "b.py": "b.py", "app/gen/keep": "app/gen/keep/a.py"}.items():
        assert kept(project, monkeypatch, start) == [expected]


def test_patterns_above_the_repository_are_not_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(project / "app", "init", "--quiet")
    assert kept(project, monkeypatch, "app/gen") == ["app/gen/b.py"]
    (project / "app/.gitignore").unlink()
    assert kept(project / "app", monkeypatch) == ["a.py", "b.py", "gen/a.py", "gen/b.py"]


def test_outside_a_repository_patterns_hold_from_their_folder_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path, {".gitignore": "a.py\n", "app/a.py": "", "app/b.py": "", "app/c.py": "", "app/.gitignore": "b.py\n"}
    )
    assert repository_root(str(tmp_path)) is None
    assert kept(tmp_path, monkeypatch) == ["app/c.py"]
    assert kept(tmp_path, monkeypatch, "app") == ["app/a.py", "app/c.py"]


def test_a_worktree_is_a_repository(tmp_path: Path) -> None:
    """Its `.git` is a file."""
    write(tmp_path, {"tree/.git": "gitdir: elsewhere\n", "tree/app/a.py": ""})
    assert repository_root(str(tmp_path / "tree/app")) == str(tmp_path / "tree")
    assert repository_root(str(tmp_path / "tree")) == str(tmp_path / "tree")


@pytest.mark.parametrize("make", ["folder", "dangling", "no UTF-8"])
def test_patterns_that_cannot_be_read_are_none(make: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.py": "", "b.py": ""})
    ignore = tmp_path / ".gitignore"
    if make == "folder":
        ignore.mkdir()
    elif make == "dangling":
        ignore.symlink_to("gone")
    else:
        ignore.write_bytes(b"caf\xe9\n")
    assert kept(tmp_path, monkeypatch) == ["a.py", "b.py"]
