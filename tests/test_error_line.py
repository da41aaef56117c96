"""What handlers leave of the errors that they take."""

from __future__ import annotations

import pytest

from celerylint.facts.error_line import ErrorLine, ItemError
from tests.build import indented, module_of

HEAD = "import logging\nfrom celery import shared_task\nfrom app import keep, work\nlog = logging.getLogger()\n"
TASK = "@shared_task\ndef job(a):\n"


@pytest.mark.parametrize(
    ("handler", "count"),
    [
        ("except Exception as e: log.error(e)", 1),
        ("except:\n    log.error(1)\n    log.error(2)\n    return 1", 1),
        ("except Exception as e:\n    log.info(1)\n    log.critical(repr(e))", 1),
        ("except Exception as e: log.error(e, exc_info=True)", 0),
        ("except Exception as e:\n    log.error(e)\n    log.debug(e, exc_info=True)", 1),
        ("except Exception as e:\n    log.error(e)\n    log.info(1, exc_info=1)", 0),
        ("except Exception as e:\n    log.error(e)\n    keep(e)", 0),
        ("except Exception as e:\n    log.error(e)\n    traceback.print_exc()", 0),
        ("except Exception as e:\n    log.error(e)\n    if a: raise", 0),
        ("except ValueError as e: log.error(e)", 0),
        ("except Exception as e: log.warning(e)", 0),
        ("except Exception as e:\n    def inner(): log.error(e)\n    work(inner)", 0),
    ],
)
def test_a_traceback_that_is_kept_nowhere(handler: str, count: int) -> None:
    text = HEAD + TASK + indented("try: work()\n" + handler)
    assert len(module_of(text).all(ErrorLine)) == count


def unnamed(handler: str, head: str = "for b in a:\n", iterable: str = "a") -> tuple[bool, bool]:
    """Whether the lines, or the records, of a handler in a loop leave out the item."""
    body = head.replace("in a", f"in {iterable}") + indented("c = b.id\ntry: work(b)\n" + handler)
    found = module_of(HEAD + TASK + indented(body)).all(ItemError)
    return any(error.unnamed_line for error in found), any(error.unnamed_record for error in found)


@pytest.mark.parametrize(
    ("handler", "expected"),
    [
        ("except Exception as e: log.error(e)", (True, False)),
        ("except Exception as e: log.error(c)", (False, False)),
        ("except Exception as e:\n    log.error(e)\n    log.info(b)", (False, False)),
        ("except Exception as e:\n    log.error(b)\n    a.bad.append(str(e))", (False, True)),
        ("except Exception as e:\n    log.error(b)\n    a.bad.append((b, e))", (False, False)),
        ("except Exception as e: a.bad += 1", (False, False)),
        ("except KeyError as e: log.error(e)", (True, False)),
        ("except keep.Error as e: log.error(e)", (False, False)),
        ("except Exception as e:\n    log.error(e)\n    break", (False, False)),
    ],
)
def test_an_item_that_is_not_named(handler: str, expected: tuple[bool, bool]) -> None:
    assert unnamed(handler) == expected


def test_items_that_are_few_or_have_no_name() -> None:
    handler = "except Exception as e: log.error(e)"
    assert unnamed(handler, iterable="range(3)") == (False, False)
    assert unnamed(handler, "while a:\n    b = a.pop()\n") == (False, False)
