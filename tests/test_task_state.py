"""What a run leaves in the task object."""

from __future__ import annotations

import pytest

from celerylint.facts.task_state import CarriedState
from tests.build import indented, module_of, under

HEAD = (
    "from celery import shared_task, Task\nfrom app.tasks import Unseen\n"
    "class Base(Task):\n    items = []\n    names: dict = {}\n    other = make()\n"
    "    @property\n    def total(self): return 1\n"
)


def carried(body: str, base: str = "Base") -> list[str]:
    """The source of what a bound task carries on."""
    text = f"{HEAD}@shared_task(bind=True, base={base})\ndef job(self, x):\n{indented(body)}"
    module = module_of(text)
    return [under(module, state) for state in module.all(CarriedState)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("self.n += 1", "self.n += 1"),
        ("self.n = self.n + 1", "self.n"),
        ("for y in x:\n    self.items.append(y)", "self.items.append(y)"),
        ("self.names[x] += 1", "self.names[x] += 1"),
        ("self.names.setdefault(x, [])", "self.names.setdefault(x, [])"),
        ("if x:\n    self.n = 0\nself.n += 1", "self.n += 1"),
        ("self.n += 1\nself.n = 0", "self.n += 1"),
        ("last = self.last\nself.last = x", "self.last"),
        ("def inner():\n    self.n += 1\ninner()", "self.n += 1"),
        ("self.update_state(state=x)\nself.n += 1", "self.n += 1"),
    ],
)
def test_carried(body: str, found: str) -> None:
    assert carried(body) == [found]


@pytest.mark.parametrize(
    "body",
    [
        "self.n = 0\nself.n += 1",
        "self.items = []\nself.items.append(x)",
        "self.items.clear()\nself.items.append(x)",
        "def inner():\n    self.n += 1\nself.n = 0\ninner()",
        "self.reset()\nself.n += 1",
        "prepare(self)\nself.n += 1",
        "self.other.append(x)",
        "self.names[x] = 1",
        "self.total += 1",
        "self.cache_hits += 1",
        "if self.last is None:\n    self.last = x\nuse(self.last)",
        "if self.n > 9:\n    self.n = 0\nself.n += 1",
        "self.last = self.last or x",
        "last = self.last\nif x:\n    self.last = x",
        "use(self.max_retries)\nself.max_retries = 5",
        "last = getattr(self, 'last', None)\nuse(self.last)\nself.last = x",
        "try:\n    self.last\nexcept AttributeError:\n    self.last = x",
        "for self.n in x:\n    self.n += 1",
        "x.n += 1",
        "self.request.n += 1",
    ],
)
def test_set_first_lasting_or_unknown(body: str) -> None:
    assert not carried(body)


def test_a_class_that_cannot_be_seen_may_set_it() -> None:
    assert not carried("self.n += 1", base="Unseen")
