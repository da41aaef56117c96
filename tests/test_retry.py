"""Calls of a task's `retry`."""

from __future__ import annotations

import sys

import pytest

from celerylint.facts.retry import Retry
from tests.build import dedented, indented, module_of, one, under

TASK = "from celery import Task, current_task, shared_task\n@shared_task(bind=True)\ndef job(self, a):\n"


def retry(body: str) -> Retry:
    """The only retry in the body of a bound task."""
    return one(Retry, TASK + indented(body))


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        (TASK + "    self.retry()", "self"),
        (TASK + "    current_task.retry()", "current_task"),
        (TASK + "    job.retry()", "job"),
        (TASK + "    def inner(): self.retry()", "self"),
        (TASK.replace("self", "task") + "    task.retry()", "task"),
        ("from celery import Task\nclass Job(Task):\n    def run(self): self.retry()", "self"),
        ("from celery import Task\nclass Job(Task):\n    def run(self): ...\n    def more(self): self.retry()", "self"),
        ("import celery\ndef helper(): celery.current_task.retry()", "celery.current_task"),
    ],
)
def test_a_retry_has_a_receiver(text: str, receiver: str) -> None:
    assert one(Retry, text).receiver == receiver


@pytest.mark.parametrize(
    "text",
    [
        TASK + "    client.retry()",
        TASK + "    self.client.retry()",
        TASK + "    retry()",
        TASK + "    a.retry()",
        TASK + "    self = client()\n    self.retry()",
        TASK + "    return lambda self: self.retry()",
        TASK + "    def inner(self): self.retry()",
        TASK + "    self.retry",
        "from celery import shared_task\n@shared_task\ndef job(self): self.retry()",
        "from celery import shared_task\n@shared_task(**OPTIONS)\ndef job(self): self.retry()",
        "from celery import shared_task\n@shared_task(bind=True)\n@with_session\ndef job(self): self.retry()",
        "class Client:\n    def run(self): self.retry()",
        "import urllib3\nurllib3.retry()",
        "current_task = make()\ncurrent_task.retry()",
    ],
)
def test_other_retries_are_not_celerys(text: str) -> None:
    assert not module_of(text).all(Retry)


@pytest.mark.parametrize(
    ("body", "discarded", "returned"),
    [
        ("self.retry()", True, False),
        ("return self.retry()", False, True),
        ("raise self.retry()", False, False),
        ("raise self.retry() from None", False, False),
        ("x = self.retry()", False, False),
        ("handle(self.retry())", False, False),
        ("a and self.retry()", False, False),
    ],
)
def test_how_a_retry_stands(body: str, discarded: bool, returned: bool) -> None:
    found = retry(body)
    assert (found.is_discarded, found.is_returned) == (discarded, returned)


@pytest.mark.parametrize(
    ("arguments", "throws"),
    [
        ("", True),
        ("exc=e", True),
        ("throw=True", True),
        ("throw=False", False),
        ("throw=0", False),
        ("throw=a", None),
        ("**options", None),
        ("throw=False, **options", False),
    ],
)
def test_whether_a_retry_raises(arguments: str, throws: bool | None) -> None:
    assert retry(f"self.retry({arguments})").throws is throws


@pytest.mark.parametrize(
    ("body", "followed"),
    [
        ("self.retry()\nreturn 1", True),
        ("self.retry()\nraise Ignore()", True),
        ("self.retry()\nlog()\nreturn", False),
        ("self.retry()", False),
        ("if a: self.retry()\nreturn", False),
        ("if a:\n    self.retry()\n    return", True),
        ("if a: pass\nelse:\n    self.retry()\n    return", True),
        ("try: a()\nexcept E:\n    self.retry()\n    return", True),
        ("try: a()\nfinally:\n    self.retry()\n    return", True),
        ("try: a()\nexcept E: pass\nelse:\n    self.retry()\n    return", True),
        ("with a:\n    self.retry()\n    return", True),
        ("match a:\n    case 1:\n        self.retry()\n        return", True),
        ("for b in a:\n    self.retry()\n    break", False),
    ],
)
def test_whether_the_task_ends_right_after(body: str, followed: bool) -> None:
    assert retry(body).is_followed_by_exit is followed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("try: self.retry()\nexcept self.MaxRetriesExceededError: log()", True),
        ("try: self.retry()\nexcept (A, MaxRetriesExceededError) as error: log()", True),
        ("try: self.retry()\nexcept exceptions.Retry: raise", True),
        ("try:\n    if a: self.retry()\nexcept MaxRetriesExceededError: log()", True),
        ("try: self.retry()\nexcept Exception: log()", False),
        ("try: a()\nexcept MaxRetriesExceededError: self.retry()", False),
        ("try: a()\nexcept MaxRetriesExceededError: pass\nelse: self.retry()", False),
        ("try:\n    def inner(): self.retry()\nexcept MaxRetriesExceededError: log()", False),
        ("self.retry()", False),
    ],
)
def test_whether_what_it_raises_is_expected(body: str, expected: bool) -> None:
    assert retry(body).is_expected_to_raise is expected


@pytest.mark.skipif(sys.version_info < (3, 11), reason="newer grammar")
def test_exception_groups_expect_too() -> None:
    assert retry("try: self.retry()\nexcept* MaxRetriesExceededError: log()").is_expected_to_raise


def test_a_retry_stands_on_its_call() -> None:
    module = module_of(dedented(TASK) + "    raise self.retry(\n        exc=a) from None\n")
    (found,) = module.all(Retry)
    assert under(module, found) == "self.retry(\n        exc=a)"
    assert found.task is not None
    assert found.task.name == "job"
