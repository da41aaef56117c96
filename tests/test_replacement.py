"""Tasks that put another one in their place."""

from __future__ import annotations

import pytest

from celerylint.facts.replacement import Replacement
from tests.build import indented, module_of

TASK = "from celery import shared_task\n@shared_task(bind=True)\ndef job(self, a):\n"


@pytest.mark.parametrize(
    ("body", "followed"),
    [
        ("self.replace(a)\nprint(a)", True),
        ("self.replace(a)\nreturn a", True),
        ("self.replace(a)\nreturn None", False),
        ("self.replace(a)\nreturn", False),
        ("self.replace(a)", False),
        ("if a:\n    self.replace(a)\nprint(a)", False),
        ("if a:\n    pass\nelse:\n    self.replace(a)\n    print(a)", True),
        ("match a:\n    case 1:\n        self.replace(a)\n        print(a)", True),
        ("try:\n    print(a)\nfinally:\n    self.replace(a)\n    print(a)", True),
    ],
)
def test_code_may_follow(body: str, followed: bool) -> None:
    (replacement,) = module_of(TASK + indented(body)).all(Replacement)
    assert replacement.is_followed_by_code is followed


@pytest.mark.parametrize(
    ("body", "swallowed"),
    [
        ("try:\n    self.replace(a)\nexcept ValueError:\n    pass", True),
        ("try:\n    self.replace(a)\nfinally:\n    pass", False),
        ("try:\n    pass\nexcept ValueError:\n    self.replace(a)", False),
        ("with contextlib.suppress(Exception):\n    self.replace(a)", True),
        ("with atomic():\n    self.replace(a)", False),
        ("try:\n    def inner():\n        self.replace(a)\nexcept ValueError:\n    pass", False),
    ],
)
def test_it_may_be_swallowed(body: str, swallowed: bool) -> None:
    (replacement,) = module_of(TASK + indented(body)).all(Replacement)
    assert replacement.may_be_swallowed is swallowed


@pytest.mark.parametrize(
    "text",
    [
        TASK + "    a.replace('x', 'y')",
        TASK + "    raise self.replace(a)",
        TASK + "    return self.replace(a)",
        TASK + "    replace(a)",
        TASK.replace("bind=True", "bind=True, base=Unknown") + "    self.replace(a)",
    ],
)
def test_other_calls_are_none(text: str) -> None:
    assert not module_of(text).all(Replacement)
