"""Generated documents are fresh, and what the guides show is true."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.hosts.settings_table import settings_from
from tools.docs import documents, write
from tools.rule_pages import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DOCUMENTS = documents()
PAGES = sorted(DOCUMENTS)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_fresh(path: Path, request: pytest.FixtureRequest) -> None:
    """`make bless` writes the documents anew."""
    if request.config.getoption("--bless"):
        write()
    assert path.read_text() == DOCUMENTS[path]


def test_no_page_of_what_is_gone() -> None:
    assert set((ROOT / "docs").glob("*/*.md")) <= set(PAGES)


@pytest.mark.parametrize("path", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link of a document names a file."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text()):
        assert (path.parent / target).exists(), target


def test_settings_examples_are_valid() -> None:
    """What the settings page shows can be written into a pyproject.toml."""
    blocks = re.findall(r"```toml\n\[tool\.celerylint\]\n(.*?)\n```", (ROOT / "docs" / "settings.md").read_text())
    assert len(blocks) == len(Settings._fields)
    for block in blocks:
        assert settings_from(tomllib.loads(block), "example") != Settings()
