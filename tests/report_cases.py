"""A small repository whose reports are hard to write, and its reports in every format."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import strategies as st

from celerylint.core.rule import Finding, Fix, Severity
from celerylint.core.span import Span
from celerylint.linter.catalogue import entries, own_entries
from celerylint.linter.result import Identity, Result, Suppression
from celerylint.linter.runs import Report
from tests.processes import Done, run_module

TASKS = """\
import asyncio

from celery import shared_task


@shared_task(max_retry=3)
def charge(order_id):
    größe = "🐇"; self.retry(countdown=order_id)


@shared_task(bind=True)
def refund(self, order_id):
\tself.retry(countdown=order_id)  # noqa: CEL202: the team knows | <b>


@shared_task
def sync(order_id):
    asyncio.run(
        fetch(order_id)
    )


@shared_task(rate_limit="5/x\x1b|<&\\"'>%,:")
def limited():
    asyncio.run(fetch(1))
    asyncio.run(fetch(1))
"""
BROKEN = "from celery import shared_task\ndef broken(:\n"
ODD_FOLDER = "a, b%41 ü:c"
ODD = f"backend/{ODD_FOLDER}/tasks|#?.py"
PLAIN = "backend/plain.py"


def lay_out(root: Path) -> Path:
    """Make the repository; the folder in it that is checked."""
    for name, text in {ODD: TASKS, PLAIN: TASKS, "backend/broken.py": BROKEN, "backend/clean.py": "x = 1\n"}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / ".git").mkdir()
    return root / "backend"


def check(folder: Path, *arguments: str) -> Done:
    """Check a folder with every rule on."""
    return run_module("celerylint", "check", "--quiet", "--no-cache", "--profile", "all", *arguments, cwd=folder)


# --- reports of any content

_TEXT = st.text(st.characters(codec=None), max_size=30)
_NAMES = st.binary(min_size=1, max_size=30) | st.text(min_size=1, max_size=30).map(str.encode)
_PATHS = _NAMES.filter(lambda name: b"\0" not in name).map(os.fsdecode)
_CODES = st.sampled_from([entry.code for entry in (*entries(), *own_entries())])
_SPANS = st.builds(
    lambda line, column, lines, width: Span(line, column, line + lines, width if lines else column + width),
    *(st.integers(low, 5) for low in (1, 0, 0, 0)),
)
_FINDINGS = st.builds(
    Finding,
    _SPANS,
    _CODES,
    st.just("some-name"),
    st.sampled_from(Severity),
    _TEXT,
    st.none(),
    st.sampled_from(Fix),
)
_SUPPRESSIONS = st.none() | st.builds(Suppression, st.sampled_from(("inSource", "external")), _TEXT)
_ERRORS = st.builds("{}: {}".format, st.sampled_from(("", ":3", ":3:7")), _TEXT)


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    """Reports of several files, whatever they say."""
    found = []
    for path in draw(st.lists(_PATHS, max_size=3, unique=True)):
        results = [
            Result(
                path,
                finding,
                Identity(finding.code, draw(_TEXT), draw(_TEXT), number),
                (finding.span.line, finding.span.end_line),
                draw(_SUPPRESSIONS),
                draw(st.sampled_from((None, "new", "unchanged"))),
                draw(st.sampled_from((None, True, False))),
            )
            for number, finding in enumerate(draw(st.lists(_FINDINGS, max_size=4)))
        ]
        data = draw(st.none() | _TEXT.map(lambda text: text.encode("utf-8", "replace")))
        found.append(Report(path, results, draw(st.lists(_ERRORS, max_size=2)), data=data))
    return found
