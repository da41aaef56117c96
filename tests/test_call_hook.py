"""Handlers in `__call__` of task classes."""

from __future__ import annotations

import pytest

from celerylint.facts.call_hook import CallHandler
from tests.build import indented, module_of

HEAD = (
    "from celery import Task\nfrom celery.exceptions import Retry\nclass Base(Task):\n    def __call__(self, *args):\n"
)


def alarms(handlers: str, work: str = "return super().__call__(*args)") -> bool:
    """Whether a retry is recorded as a failure."""
    found = module_of(HEAD + indented(f"try:\n    {work}\n{handlers}", 2)).all(CallHandler)
    return any(not handler.tells_retries_apart for handler in found)


@pytest.mark.parametrize(
    "handlers",
    [
        "except Exception as e:\n    record(e)\n    raise",
        "except BaseException:\n    self._metrics.failed.inc()\n    raise",
        "except:\n    log.exception('failed')\n    raise",
        "except ValueError:\n    raise\nexcept Exception:\n    session.rollback()\n    record()\n    raise",
    ],
)
@pytest.mark.parametrize("work", ["return super().__call__(*args)", "return self.run(*args)"])
def test_a_handler_that_records(handlers: str, work: str) -> None:
    assert alarms(handlers, work)


@pytest.mark.parametrize(
    "handlers",
    [
        "except Exception:\n    record()",
        "except ValueError:\n    record()\n    raise",
        "except Retry:\n    raise\nexcept Exception:\n    record()\n    raise",
        "except Exception as e:\n    if not isinstance(e, Retry):\n        record()\n    raise",
        "except Exception:\n    session.rollback()\n    self._close_all()\n    raise",
        "except Exception:\n    failed = True\n    raise",
    ],
)
def test_a_handler_that_does_not(handlers: str) -> None:
    assert not alarms(handlers)
