"""Outermost handlers of tasks that declare retries."""

from __future__ import annotations

import pytest

from celerylint.facts.swallowed_error import SwallowedError
from tests.build import indented, module_of

WORK = "try: work(a)\n"
LOGS = WORK + "except Exception: log.error(a)\n"


def count(body: str, arguments: str = "max_retries=3") -> int:
    """How many handlers of a bound task with these options swallow its error."""
    head = f"from celery import shared_task\n@shared_task(bind=True, {arguments})\ndef job(self, a):\n"
    return len(module_of(head + indented(body)).all(SwallowedError))


@pytest.mark.parametrize(
    ("arguments", "declared"),
    [
        ("max_retries=3", True),
        ("autoretry_for=(OSError,)", True),
        ("autoretry_for=(OSError,), **options", True),
        ("max_retries=0", False),
        ("max_retries=None", False),
        ("max_retries=LIMIT", False),
        ("autoretry_for=()", False),
        ("acks_late=True", False),
    ],
)
def test_whether_retries_are_declared(arguments: str, declared: bool) -> None:
    assert bool(count(LOGS, arguments)) is declared


@pytest.mark.parametrize(
    "body",
    [
        LOGS,
        WORK + "except: pass",
        WORK + "except Exception:\n    a.rollback()\n    print(a)\n    return None",
        WORK
        + "except ValueError: log.info(a)\nexcept Exception as e: log.error(e)\nelse: log.info(a)\nfinally: a.close()",
        '"""Text."""\nb = fetch(a)\nlog.info(a)\nif not b: return\n' + LOGS.replace("work(a)", "work(b)") + "return a",
        "with a as b:\n" + indented(LOGS) + "log.info(a)",
        "try:\n" + indented(LOGS) + "finally: a.close()",
        "async def inner():\n" + indented(LOGS) + "run_async(inner())",
    ],
)
def test_a_handler_that_leaves_nothing_to_retry(body: str) -> None:
    assert count(body) == 1


@pytest.mark.parametrize(
    "body",
    [
        WORK + "except ValueError: log.error(a)",
        WORK + "except Exception: raise",
        WORK + "except OSError: raise\nexcept Exception: log.error(a)",
        WORK + "except OSError: self.retry()\nexcept Exception: log.error(a)",
        WORK + "except Exception: log.error(a)\nfinally: return 1",
        WORK + "except Exception: return {'error': a}",
        WORK + "except Exception: return False",
        WORK + "except Exception: mark_failed(a)",
        WORK + "except Exception: a.error(a)",
        WORK + "except Exception as e: error = e",
        "work(a)\n" + LOGS,
        LOGS + "work(a)",
        LOGS + "return work(a)",
        "for b in a:\n" + indented(LOGS),
        LOGS + LOGS,
        "try:\n" + indented("b = fetch(a)\n" + LOGS) + "finally: a.close()",
        "async def inner():\n" + indented(LOGS) + "async def other(): pass\nrun_async(inner(), other())",
        "try: work(self, a)\nexcept Exception: log.error(a)",
        "try: b = a + 1\nexcept Exception: log.error(a)",
    ],
)
def test_other_handlers(body: str) -> None:
    assert count(body) == 0


@pytest.mark.parametrize(
    ("arguments", "declared"),
    [
        ("on_failure=hook", True),
        ("acks_late=True, acks_on_failure_or_timeout=False", True),
        ("acks_late=True, acks_on_failure=False", True),
        ("acks_on_failure_or_timeout=False", False),
        ("acks_late=True, acks_on_failure_or_timeout=OPTION", False),
        ("base=Unknown", False),
    ],
)
def test_whether_failures_are_provided_for(arguments: str, declared: bool) -> None:
    assert bool(count(LOGS, arguments)) is declared


@pytest.mark.parametrize(
    ("body", "sent", "follower"),
    [
        ("try: return work(a)\nexcept Exception: log.error(a)", "chain(job.s(1), later.s())", "later"),
        ("try: b = work(a)\nexcept: pass\nelse: return b", "job.s(1) | later.s(2)", "later"),
        ("try: return work(a)\nexcept Exception: log.error(a)", "chain(job.s(1), later.si(1))", None),
        ("try: return work(a)\nexcept Exception: log.error(a)", "chain(later.s(1), job.s())", None),
        ("try: work(a)\nexcept Exception: log.error(a)", "chain(job.s(1), later.s())", None),
        ("b = 0\ntry: b = work(a)\nexcept: pass\nreturn b", "chain(job.s(1), later.s())", None),
    ],
)
def test_a_chain_that_goes_on_without_a_result(body: str, sent: str, follower: str | None) -> None:
    head = "from celery import chain, shared_task\n@shared_task\ndef job(a):\n" + indented(body)
    text = head + f"@shared_task\ndef later(a, b=0): pass\ndef send(): ({sent}).delay()\n"
    assert [swallowed.follower for swallowed in module_of(text).all(SwallowedError)] == ([follower] if follower else [])
