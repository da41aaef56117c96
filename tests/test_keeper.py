"""What keeps an exception from leaving its function."""

from __future__ import annotations

import sys

import pytest

from celerylint.facts.retry import Retry
from tests.build import indented, module_of

TASK = """\
import sys
from contextlib import suppress
from celery import shared_task
from celery.exceptions import CeleryError, Retry
from own import errors, Retry as OwnRetry
def again(error): raise error
@shared_task(bind=True)
def job(self, a):
"""
TRY = "try: self.retry()\n"


def keeper(body: str) -> str | None:
    """What keeps the first retry in the body of a bound task, as it is written."""
    found = module_of(TASK + indented(body)).all(Retry)[0].keeper
    return found.text if found else None


@pytest.mark.parametrize(
    "body",
    [
        TRY + "except Exception: log()",
        TRY + "except: log()",
        TRY + "except ValueError: raise\nexcept (errors.Late, BaseException) as e: return",
        TRY + "except (a.errors, Exception): pass",
        "for x in a:\n" + indented(TRY + "except Exception: continue"),
        "try:\n    if a:\n        with a:\n            self.retry()\nexcept Exception: pass",
        "try:\n" + indented(TRY + "except Exception:\n    log()\n    raise") + "except Exception: pass",
        "try: a()\nexcept Exception: " + "self.retry()\nfinally:\n    log()\n    return a",
        "with suppress(KeyError, Exception): self.retry()",
        TRY + "finally: return",
    ],
)
def test_it_is_kept(body: str) -> None:
    assert keeper(body)


@pytest.mark.parametrize(
    "body",
    [
        "self.retry()",
        TRY + "except ValueError: log()",
        TRY + "except Retry: log()",
        TRY + "except CeleryError: log()",
        TRY + "except OwnRetry: raise\nexcept Exception: log()",
        TRY + "except a.errors: raise\nexcept Exception: log()",
        TRY + "except Exception: raise",
        TRY + "except Exception as e:\n    if a: raise\n    log()",
        TRY + "except Exception as e: again(e)",
        TRY + "except Exception as e:\n    if isinstance(e, Retry): raise\n    self.retry(exc=e)",
        TRY + "except Exception as e: a.reraise(e)",
        TRY + "except Exception as e: sys.exit(1)",
        TRY + "except Exception as e: kept = e",
        TRY + "except Exception:\n    if a: return\n    raise",
        "try: a()\nexcept Exception: self.retry()",
        "try: a()\nexcept Exception: pass\nelse: self.retry()",
        "try: a()\nexcept Exception: pass\nfinally: self.retry()",
        "try: a()\nfinally:\n    self.retry()\n    return",
        "try:\n    x = lambda: self.retry()\nexcept Exception: pass",
        "with suppress(KeyError): self.retry()",
        "with suppress(*a): self.retry()",
        "with a(self.retry()): pass",
        TRY + "finally:\n    if a: return",
    ],
)
def test_it_may_get_out(body: str) -> None:
    assert keeper(body) is None


@pytest.mark.skipif(sys.version_info < (3, 11), reason="newer grammar")
def test_a_handler_of_groups_keeps_it_too() -> None:
    assert keeper("try: self.retry()\nexcept* Exception: pass")


def test_a_keeper_is_named_as_it_stands() -> None:
    assert keeper(TRY + "except (KeyError, Exception) as e: log()") == "`except (KeyError, Exception) as e`"
