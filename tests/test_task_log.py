"""What a task writes to the log about its own run."""

from __future__ import annotations

import pytest

from celerylint.facts.task_log import SilentHandler, TaskLog
from tests.build import indented, module_of

HEAD = "import logging\nfrom celery import shared_task\nfrom app import fetch, work\nlog = logging.getLogger()\n"
TASK = "@shared_task\ndef job(a):\n"


def missing(body: str) -> list[str | None]:
    """Where a task with this body writes no line."""
    return [log.missing for log in module_of(HEAD + TASK + indented(body)).all(TaskLog)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("log.info(1)\nwork(a)\nlog.info(2)", None),
        ("b = fetch(a)\nlog.info(1)\nwork(b)\nlog.info(2)", None),
        ("log.info(1)\ntry: work(a)\nfinally: log.info(2)", None),
        ("log.info(1)\nif work(a): log.info(2)\nelse: log.error(3)", None),
        ("b = fetch(a)\nlog.info(1)\nwork(b)", "end"),
        ("log.info(1)\nreturn fetch(a)", "end"),
        ("log.info(1)\nlog.info(2)\nreturn fetch(a)", "end"),
        ("b = fetch(a)\nlog.info(b)\nreturn b", "start"),
        ("for b in a: log.info(b)\nlog.info(1)\nlog.info(2)", "start"),
        ("if not a:\n    log.info(1)\n    return\nwork(a)", "start and end"),
        ("for b in a: log.info(b)", "start and end"),
        ("work(a)", "start and end"),
    ],
)
def test_where_a_task_writes_no_line(body: str, expected: str | None) -> None:
    assert missing(body) == [expected]


@pytest.mark.parametrize("body", ["pass", "return len(a)", "..."])
def test_a_task_that_does_nothing_has_nothing_to_tell(body: str) -> None:
    assert missing(body) == []


@pytest.mark.parametrize(
    ("handler", "is_silent"),
    [
        ("except Exception: raise", True),
        ("except:\n    a.rollback()\n    return", True),
        ("except Exception as e: pass", True),
        ("except Exception as e: a.error = str(e)", False),
        ("except Exception: return False", False),
        ("except Exception: notify(a)", False),
        ("except ValueError: pass", False),
    ],
)
def test_a_handler_that_writes_nothing(handler: str, is_silent: bool) -> None:
    module = module_of(HEAD + TASK + indented("try: work(a)\n" + handler))
    assert bool(module.all(SilentHandler)) is is_silent


@pytest.mark.parametrize(
    ("helper", "expected"),
    [
        ("log.info(a)", None),
        ("try: work(a)\n    except Exception: log.error(a)", "end"),
        ("log.debug(a)", "end"),
    ],
)
def test_a_function_that_writes_the_last_line(helper: str, expected: str | None) -> None:
    text = HEAD + TASK + indented("log.info(1)\nwork(a)\nfinish(a)") + f"def finish(a):\n    {helper}\n"
    assert [log.missing for log in module_of(text).all(TaskLog)] == [expected]
