"""The site: every page is built, and every link and anchor leads somewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from celerylint.core.rule import Finding
from celerylint.core.span import Span
from celerylint.linter.catalogue import all_rules
from tools.rule_pages import ROOT

QUIET = {"NO_MKDOCS_2_WARNING": "1"}


class _Title(HTMLParser):
    """The title of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.title = ""
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._inside = tag == "title"

    def handle_data(self, data: str) -> None:
        self.title += data if self._inside else ""


def test_built_without_a_warning(tmp_path: Path) -> None:
    """A warning of mkdocs is an error: a page that no menu names, a link or an anchor that leads nowhere. The page of
    each rule stands where findings say."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | QUIET, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    for rule in all_rules():
        url = Finding(Span(1, 0, 1, 1), rule.code, rule.name, rule.severity, "").url
        page = tmp_path / "site" / url.partition("/latest/")[2] / "index.html"
        assert f"{rule.code} {rule.name}" in _Title(page.read_text(encoding="utf-8")).title
