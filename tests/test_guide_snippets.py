"""Every snippet of the hand-written guides, read by what it is for, or at least by a parser of its language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from luaparser import ast as lua

from celerylint.linter.toml import parse as parse_toml
from tests.corpus import ROOT
from tests.processes import run, run_module
from tests.test_lsp import UNRAISED
from tests.test_pre_commit import TOOLS

PAGES = {name: (ROOT / "docs" / f"{name}.md").read_text() for name in ("editors", "pre-commit")}
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"\bcelerylint (check|lsp|rules|explain)((?: (?:--?[\w-]+(?:=[\w-]+)?|FILE|\$FilePath\$|-))*)")
SNIPPETS = [
    pytest.param(language, text, id=f"{page}-{language}-{number}")
    for page, whole in PAGES.items()
    for number, (language, text) in enumerate(_FENCE.findall(whole), 1)
]


def snippet(page: str, language: str, word: str) -> str:
    """The snippet of a page that holds a word."""
    found: list[str] = [text for kind, text in _FENCE.findall(PAGES[page]) if kind == language and word in text]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("language", "text"), SNIPPETS)
def test_a_snippet_is_of_its_language(language: str, text: str, tmp_path: Path) -> None:
    if language == "toml":
        parse_toml(text.encode())
    elif language == "json":
        json.loads(text)
    elif language == "lua":
        lua.parse(text)
    elif language == "elisp":
        code = re.sub(r'"[^"]*"', "", text)
        assert code.count("(") == code.count(")") > 0
    elif language == "yaml":
        (tmp_path / "config.yaml").write_text(text)
        for tool in TOOLS.values():
            done = run([*tool, "validate-config", "config.yaml"], tmp_path)
            assert done.code == 0, done
    else:
        assert language in ("console", "text")


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_are_known(page: str, tmp_path: Path) -> None:
    (tmp_path / "tasks.py").write_text("")
    found = set(_COMMAND.findall(PAGES[page]))
    assert found
    for command, options in found - {("lsp", "")}:
        arguments = [re.sub(r"FILE|\$FilePath\$", "tasks.py", each) for each in options.split()]
        done = run_module("celerylint", command, *arguments, *(["CEL202"] * (command == "explain")), cwd=tmp_path)
        assert done.code == 0, done


def test_the_servers_that_snippets_start_are_ours() -> None:
    languages = parse_toml(snippet("editors", "toml", "language-server").encode())
    server = languages["language-server"]["celerylint"]
    assert [server["command"], *server["args"]] == ["celerylint", "lsp"]
    assert "celerylint" in languages["language"][0]["language-servers"]
    assert json.loads(snippet("editors", "json", "clients"))["clients"]["celerylint"]["command"] == [
        "celerylint",
        "lsp",
    ]
    zed = json.loads(snippet("editors", "json", "binary"))["lsp"]["pylsp"]["binary"]
    assert [zed["path"], *zed["arguments"]] == ["celerylint", "lsp"]
    assert '{ "celerylint", "lsp" }' in snippet("editors", "lua", "vim.lsp.config")


def test_what_editors_take_for_a_finding_is_how_one_is_printed(tmp_path: Path) -> None:
    (tmp_path / "tasks.py").write_text(UNRAISED.replace("(bind=True)", "").replace("self, ", ""))
    done = run_module("celerylint", "check", "--quiet", str(tmp_path / "tasks.py"), cwd=tmp_path)
    watcher = snippet("editors", "text", "$FILE_PATH$").strip()
    for word, pattern in {"$FILE_PATH$": "[^:]+", "$LINE$": r"\d+", "$COLUMN$": r"\d+", "$MESSAGE$": ".+"}.items():
        watcher = watcher.replace(word, pattern)
    (written,) = re.findall(r'from_pattern\(\s*"([^"]+)"', snippet("editors", "lua", "from_pattern"))
    for pattern in (watcher, written.replace("%d", r"\d").replace("%w", r"\w")):
        assert re.fullmatch(pattern, done.out.rstrip("\n")), pattern


def test_the_settings_of_the_vs_code_extension_have_the_right_names() -> None:
    """As its own shared library and its server read them."""
    settings = json.loads(snippet("editors", "json", "importStrategy"))
    assert settings["flake8.importStrategy"] in ("useBundled", "fromEnvironment")
    assert set(settings["flake8.severity"].values()) <= {"Error", "Warning", "Information", "Hint"}
