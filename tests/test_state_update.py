"""States that tasks give themselves."""

from __future__ import annotations

import pytest

from celerylint.facts.state_update import EndlessProgress, StateUpdate
from tests.build import indented, module_of, one

IMPORTS = "from celery import Celery, Task, current_task, shared_task, states\napp = Celery()\n"
TASK = IMPORTS + "@app.task(bind=True)\ndef job(self, a):\n"
IGNORED = TASK.replace("bind=True", "bind=True, ignore_result=True")


def update(body: str) -> StateUpdate:
    """The only update in the body of a bound task."""
    return one(StateUpdate, TASK + indented(body))


@pytest.mark.parametrize(
    "text",
    [
        TASK + "    a.update_state()",
        TASK + "    self.a.update_state()",
        TASK + "    self = a\n    self.update_state()",
        TASK.replace("bind=True", "bind=True, base=Unknown") + "    self.update_state()",
        IMPORTS + "class Job(Task):\n    def update_state(self): ...\n    def run(self): self.update_state()",
        IMPORTS + "class Base(Task):\n    def update_state(self): ...\n    def step(self): self.update_state()",
        IMPORTS + "class Job:\n    def run(self): self.update_state()",
        IMPORTS + "class Base(Task): ...\nBase.update_state()",
    ],
)
def test_other_updates_are_not_celerys(text: str) -> None:
    assert not module_of(text).all(StateUpdate)


@pytest.mark.parametrize(
    ("call", "state"),
    [
        ("self.update_state(state='A')", "A"),
        ("self.update_state(None, 'A')", "A"),
        ("self.update_state(state=states.RETRY)", "RETRY"),
        ("self.update_state(state=states.READY_STATES)", None),
        ("self.update_state(state=a)", None),
        ("self.update_state(*a, state='A')", None),
        ("self.update_state(state='A', **a)", None),
        ("self.update_state('A')", None),
    ],
)
def test_the_state_is_named(call: str, state: str | None) -> None:
    assert update(call).state == state


@pytest.mark.parametrize(
    ("call", "misplaced"),
    [
        ("self.update_state(a, {})", "a"),
        ("self.update_state('A', a)", None),
        ("self.update_state('PROGRESS', a)", "'PROGRESS'"),
        ("self.update_state('PROGRESS', 'PROGRESS')", None),
        ("self.update_state('A', {}, {})", None),
        ("self.update_state('A', *a)", None),
        ("self.update_state('A', **a)", None),
        ("self.update_state()", None),
    ],
)
def test_a_state_may_be_misplaced(call: str, misplaced: str | None) -> None:
    part = update(call).misplaced_state
    assert (part and part.name) == misplaced


@pytest.mark.parametrize(
    ("meta", "hides"),
    [
        ("{'a': 1}", True),
        ("{'a': 1, a: 2}", False),
        ("{}", False),
        ("''", False),
        ("dict([a])", False),
        ("repr(a)", True),
        ("a.dict(b=1)", False),
        ("known", True),
        ("changed", False),
        ("filled", False),
    ],
)
def test_what_is_stored_with_a_failure_may_be_no_exception(meta: str, hides: bool) -> None:
    names = "known = {'a': a}; changed = {'a': a}; filled = {'a': a}\n"
    uses = "print(known, known['a']); changed.update(a); filled['b'] = a\n"
    call = update(names + uses + f"self.update_state(state='FAILURE', meta={meta})")
    assert call.hides_exception is hides


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (IGNORED + "    self.update_state(state='PROGRESS')", 1),
        (IGNORED + "    self.update_state(state='PROGRESS')\n    self.update_state(state='STARTED')", 1),
        (IGNORED + "    self.update_state(state='PROGRESS')\n    self.update_state(state=a)", 0),
        (IGNORED + "    self.update_state(state='PROGRESS', task_id=a)", 0),
        (IGNORED + "    self.update_state(state='PROGRESS')\n    return self.replace(a)", 0),
        (IGNORED + "    self.update_state(state='PROGRESS')\n    a.replace('x', 'y')", 1),
        (IGNORED + "    current_task.update_state(state='PROGRESS')", 1),
        (IMPORTS + "def helper(): current_task.update_state(state='PROGRESS')", 0),
        (IGNORED + "    self.update_state(state='PROGRESS')\njob.s().set(ignore_result=KEEP)", 0),
        (IGNORED + "    self.update_state(state='PROGRESS')\njob.apply_async(ignore_result=True)", 1),
        (TASK + "    self.update_state(state='PROGRESS')\napp.conf.task_ignore_result = True", 1),
        (TASK + "    self.update_state(state='PROGRESS')\napp.conf.task_ignore_result = IGNORE", 0),
        (
            TASK.replace("bind=True", "bind=True, **MORE") + "    current_task.update_state(state='PROGRESS')\n"
            "app.conf.task_ignore_result = True",
            0,
        ),
    ],
)
def test_progress_of_an_ignored_result_has_no_end(text: str, count: int) -> None:
    assert len(module_of(text).all(EndlessProgress)) == count


@pytest.mark.parametrize(
    ("call", "missing"),
    [
        ("self.update_state(state='PROGRESS')", ["current", "total"]),
        ("self.update_state(state='PROGRESS', meta=None)", ["current", "total"]),
        ("self.update_state(state='PROGRESS', meta={'total': 1})", ["current"]),
        ("self.update_state(state='PROGRESS', meta=dict(current=1, total=2))", []),
        ("self.update_state(state='PROGRESS', meta={**a})", []),
        ("self.update_state(state='PROGRESS', meta={a: 1})", []),
        ("self.update_state(state='PROGRESS', meta=a)", []),
        ("self.update_state(state='STEP', meta={})", []),
        ("self.update_state(state='PROGRESS', **a)", []),
    ],
)
def test_progress_without_what_its_readers_expect(call: str, missing: list[str]) -> None:
    assert update(call).missing_progress == missing
