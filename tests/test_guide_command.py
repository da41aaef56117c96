"""`celerylint guide`: a Markdown page of what the settings enforce, true and readable."""

from __future__ import annotations

import ast
import doctest
import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from celerylint.core.packs import PACKS
from celerylint.core.settings import Settings
from celerylint.hosts import guide_command
from celerylint.hosts.guide_command import EXAMPLES, SUBJECTS, guide
from celerylint.linter.catalogue import all_rules
from celerylint.linter.selection import selected
from tests.test_cli import celerylint, write

EVERY = guide(all_rules(), Settings(), "normal")


def tokens(page: str) -> list[Token]:
    return MarkdownIt().parse(page)


def headings(page: str, level: str) -> list[str]:
    found = tokens(page)
    return [after.content for token, after in pairwise(found) if token.tag == level and token.nesting == 1]


def test_the_examples_hold() -> None:
    assert doctest.testmod(guide_command).failed == 0


def test_every_series_has_a_subject() -> None:
    assert {rule.series for rule in all_rules()} == set(SUBJECTS)


@pytest.mark.parametrize("detail", ["brief", "normal", "full"])
def test_a_page_of_all_rules_is_markdown(detail: str) -> None:
    """Nothing of it is taken for HTML or for something else than it is."""
    page = guide(all_rules(), Settings(), detail)
    assert headings(page, "h1") == ["Celery conventions of this project"]
    assert headings(page, "h2") == list(SUBJECTS.values())
    found = tokens(page)
    inner = [child for token in found for child in token.children or ()]
    assert not [token for token in (*found, *inner) if token.type.startswith("html")]
    texts = [child.content for child in inner if child.type == "text"]
    assert not [text for text in texts if "`" in text or "**" in text]
    if detail == "brief":
        codes = [child.content for child in inner if child.type == "text" and child.content.startswith("CEL")]
        assert sum(token.type == "list_item_open" for token in found) == len(all_rules()) == len(codes)
    else:
        order = {series: place for place, series in enumerate(SUBJECTS)}
        rules = sorted(all_rules(), key=lambda rule: (order[rule.series], rule.code))
        assert headings(page, "h3") == [f"{rule.code} {rule.name}" for rule in rules]
        assert sum(token.type == "fence" and token.info == "python" for token in found) == len(all_rules())


@pytest.mark.parametrize(
    "token", [token for token in tokens(EVERY) if token.type == "fence"], ids=lambda token: str(token.map)
)
def test_every_example_is_python(token: Token) -> None:
    assert token.content.strip()
    ast.parse(token.content)


def test_every_rule_says_what_to_do_and_why() -> None:
    for section in EVERY.split("\n### ")[1:]:
        head, advice, *others = section.split("\n\n")
        assert advice.endswith((".", ".)")), head
        assert advice[0].isupper() or advice[0] == "`", head
        assert any(each.startswith("Wrong: ") and ". Why: " in each for each in others), head


def test_what_is_on_is_on_the_page(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[tool.celerylint]\nselect = ["CEL2"]\nignore = ["CEL202"]\n'})
    outcome = celerylint("guide", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    names = [each.split()[0] for each in headings(outcome.out, "h3")]
    assert names == [rule.code for rule in selected(Settings(select=("CEL2",), ignore=("CEL202",)))]
    assert headings(outcome.out, "h2") == ["Retries, errors and limits"]
    assert celerylint("guide", "--select", "CEL401", "--detail", "brief", cwd=tmp_path).out.count("\n- ") == 1


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_brings_its_house_rules(pack: str) -> None:
    settings = Settings(conventions=(pack,))
    page = guide([entry.rule for entry in selected(settings)], settings, "normal")
    assert page.count("\nHouse rule: ") > 5
    assert "\n- " not in page.partition("\n## ")[0]  # its words are not the project's
    assert "House rule: " not in EVERY


OWN = Settings(
    session_factories=(*Settings().session_factories, "db.open_session"),
    async_runners=("run_in_loop",),
    lock_decorators=("locks.only_one",),
    metric_calls=("metrics.record_run",),
    worker_pool="gevent",
    target_celery=(5, 3),
    queues=("mails", "reports-*"),
)


def test_the_words_of_the_project() -> None:
    page = guide(all_rules(), OWN, "normal")
    for line in (
        "- Workers run the pool `gevent`.",
        "- The code must run on Celery 5.3 and newer.",
        "- Open a database session with `db.open_session`.",
        "- Run a coroutine in a task with `run_in_loop`.",
        "- Workers consume the queues `mails`, `reports-*`.",
    ):
        assert line in page.splitlines()
    for usual in ("run_async(", "single_instance(", "observe_job("):
        assert usual in EVERY
        assert usual not in page
    for own in ("run_in_loop(", "@only_one(", "record_run(", "with open_session() as", "import open_session"):
        assert own in page
    for section in page.split("\n### ")[1:]:
        assert "= open_session()" not in section
        ast.parse(section.partition("```python\n")[2].partition("```")[0])


def test_the_page_is_the_same_each_time(tmp_path: Path) -> None:
    pages = {celerylint("guide", "--profile", "all", cwd=tmp_path).out for _ in range(2)}
    assert len(pages) == 1
    assert guide(reversed(all_rules()), Settings(), "normal") == EVERY


def test_it_is_short_enough_to_be_read() -> None:
    """About four letters are a token: the page of what is on by default fits beside the code."""
    rules = [entry.rule for entry in selected(Settings())]
    assert len(guide(rules, Settings(), "brief")) < 40_000
    assert len(guide(rules, Settings(), "normal")) < 120_000


def test_the_page_as_a_file(tmp_path: Path) -> None:
    outcome = celerylint("guide", "--select", "CEL201", "--output", "CELERY.md", cwd=tmp_path)
    assert outcome.code == 0
    assert outcome.out == ""
    assert outcome.err == "celerylint: 1 convention written to CELERY.md\n"
    assert (tmp_path / "CELERY.md").read_text() == celerylint("guide", "--select", "CEL201", cwd=tmp_path).out
    assert os.listdir(tmp_path) == ["CELERY.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone"], "gone: No such file or directory"),
        (["--output", "gone/x.md"], "gone/x.md: No such file or directory"),
        (["--select", "CEL999"], "unknown rule 'CEL999'"),
        (["--conventions", "async-runner,service-tasks"], "the conventions "),
    ],
)
def test_what_cannot_be_written(arguments: list[str], said: str, tmp_path: Path) -> None:
    outcome = celerylint("guide", *arguments, cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert said in outcome.err
    assert os.listdir(tmp_path) == []


def test_the_examples_are_those_of_the_rules() -> None:
    assert set(json.loads(Path(EXAMPLES).read_text())) == {rule.name for rule in all_rules()}
