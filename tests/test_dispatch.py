"""Tasks of the file sent, or made into signatures."""

from __future__ import annotations

import pytest

from celerylint.facts.dispatch import Dispatch
from tests.build import dedented, module_of, one, under

HEAD = "from celery import Task, shared_task\n"
SEND = HEAD + "@shared_task\ndef send(a, /, b, *, queue): ...\n"


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("send.delay(1)", "delay"),
        ("send.s(1)", "s"),
        ("send.si(1)", "si"),
        ("send.apply_async((1,))", "apply_async"),
        ("send.delay_on_commit(1)", "delay_on_commit"),
        ("send.signature((1,))", "signature"),
        ("job = send\njob.delay(1)", "delay"),
        ("def view(): send.delay(1)", "delay"),
        ("x = [send.delay(y) for y in z]", "delay"),
        ("on_commit(lambda: send.delay(1))", "delay"),
    ],
)
def test_a_dispatch_has_a_method(text: str, method: str) -> None:
    found = one(Dispatch, SEND + text)
    assert (found.method, found.task.name) == (method, "send")
    assert found.passes_arguments is (method in ("delay", "delay_on_commit", "s", "si"))


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        ("send.s(1).delay()", {"s", "delay"}),
        ("send.si(1).apply_async(countdown=1)", {"si", "apply_async"}),
        ("signature = send.s(1)\nsignature.delay()", {"s", "delay"}),
        ("send.signature((1,)).s().delay()", {"signature", "s", "delay"}),
    ],
)
def test_a_signature_is_dispatched_for_its_task(text: str, methods: set[str]) -> None:
    found = module_of(SEND + text).all(Dispatch)
    assert {dispatch.method for dispatch in found} == methods
    assert {dispatch.task.name for dispatch in found} == {"send"}


@pytest.mark.parametrize(
    "text",
    [
        "other.delay(1)",
        "send(1)",
        "send.retry()",
        "delay(1)",
        "self.delay(1)",
        "send.delay.connect(1)",
        "send = wrap(send)\nsend.delay(1)",
        "from lib import send\nsend.delay(1)",
        "def view(send): send.delay(1)",
        "for send in jobs: send.delay(1)",
        "[send.delay(1) for send in jobs]",
        "[send := x for x in jobs]\nsend.delay(1)",
        "class View:\n    send = other\n    send.delay(1)",
        "class View:\n    def send(self): ...\n    def get(self): self.send.delay(1)",
        "def send(a, countdown): ...\nsend.delay(1)",
        "def view():\n    global send\n    send = other\nsend.delay(1)",
        "match x:\n    case {**send}: send.delay(1)",
        "class Throttle:\n    def delay(self, countdown): ...\nsend = Throttle()\nsend.delay(1)",
        "chain(send).delay(1)",
        "jobs[send].delay(1)",
    ],
)
def test_an_unknown_receiver_is_no_dispatch(text: str) -> None:
    assert not module_of(SEND + text).all(Dispatch)


def test_a_bound_task_dispatches_itself() -> None:
    text = HEAD + "@shared_task(bind=True)\ndef send(self, a): self.delay(a)\n"
    assert one(Dispatch, text).task.name == "send"


@pytest.mark.parametrize(
    ("definition", "name", "taken"),
    [
        ("@shared_task\ndef send(a, queue): ...", "queue", True),
        ("@shared_task\ndef send(a, *, queue=None): ...", "queue", True),
        ("@shared_task\ndef send(queue, /): ...", "queue", False),
        ("@shared_task\ndef send(a): ...", "queue", False),
        ("@shared_task\ndef send(*queue): ...", "queue", False),
        ("@shared_task\ndef send(**queue): ...", "queue", False),
        ("@shared_task\ndef send(**options): ...", "queue", False),
        ("@shared_task\ndef send(**options): options['queue']", "queue", True),
        ("@shared_task\ndef send(**options): options['other']", "queue", False),
        ("@shared_task\ndef send(**options): options.get('queue')", "queue", True),
        ("@shared_task\ndef send(**options): options.pop('other', 1)", "queue", False),
        ("KEY = 'queue'\n@shared_task\ndef send(**options): options[KEY]", "queue", True),
        ("@shared_task\ndef send(**options): options[key]", "queue", True),
        ("@shared_task\ndef send(**options): handle(**options)", "queue", True),
        ("@shared_task\ndef send(**options): handle(options)", "queue", True),
        ("@shared_task\ndef send(**options): return options", "queue", True),
        ("@shared_task\ndef send(**options):\n    for key in options: ...", "queue", True),
        ("@shared_task\ndef send(**options): options.items()", "queue", True),
        ("@shared_task\n@with_queue\ndef send(a): ...", "queue", True),
    ],
)
def test_whether_the_function_takes_a_keyword(definition: str, name: str, taken: bool) -> None:
    assert one(Dispatch, f"{HEAD}{definition}\nsend.delay({name}=1)\n").is_taken(name) is taken


def test_keywords_stand_on_themselves() -> None:
    module = module_of(SEND + "send.delay(1, b=2, **more, queue='q')\n")
    (found,) = module.all(Dispatch)
    assert [(keyword.name, under(module, keyword)) for keyword in found.keywords] == [
        ("b", "b=2"),
        ("queue", "queue='q'"),
    ]
    assert under(module, found) == "send.delay(1, b=2, **more, queue='q')"


def test_a_conditional_task_is_not_taken_for_either() -> None:
    text = dedented(
        """
        from celery import shared_task
        try:
            from lib import send
        except ImportError:
            @shared_task
            def send(a): ...
        send.delay(1, countdown=5)
        """
    )
    assert not module_of(text).all(Dispatch)
