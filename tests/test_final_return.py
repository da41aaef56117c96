"""`return` in a `finally`."""

from __future__ import annotations

import pytest

from celerylint.facts.final_return import FinalReturn
from tests.build import indented, module_of, one

TASK = "from celery import shared_task\n@shared_task(bind=True)\ndef job(self, a):\n"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("try: a()\nfinally: return 1", 1),
        ("try: a()\nfinally:\n    if a: return 1\n    return 2", 2),
        ("try: a()\nfinally:\n    def f(): return 1", 0),
        ("try: a()\nfinally:\n    f = lambda: 1", 0),
        ("try: return 1\nfinally: a()", 0),
        ("try: a()\nexcept E: return 1\nfinally: a()", 0),
    ],
)
def test_where_one_is(body: str, count: int) -> None:
    assert len(module_of(TASK + indented(body)).all(FinalReturn)) == count


@pytest.mark.parametrize(
    ("handler", "nothing"),
    [
        ("except Exception: log()", True),
        ("except: result = None", True),
        ("except Exception: raise", False),
        ("except Exception as e: a.fail(e)", True),
        ("except ValueError: log()", False),
    ],
)
def test_whether_anything_is_left_to_drop(handler: str, nothing: bool) -> None:
    assert one(FinalReturn, TASK + indented(f"try: a()\n{handler}\nfinally: return 1")).drops_nothing is nothing


def test_a_retry_that_it_keeps() -> None:
    assert one(FinalReturn, TASK + indented("try: self.retry()\nfinally: return 1")).keeps_control_flow
