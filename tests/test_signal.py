"""Receivers of signals."""

from __future__ import annotations

import pytest

from celerylint.facts.signal import Receiver
from tests.build import indented, module_of, one, under

IMPORTS = "from celery import Celery, signals\nfrom celery.signals import worker_ready\napp = Celery()\n"
NESTED = "@worker_ready.connect\ndef hear(**k): ...\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("@worker_ready.connect\ndef hear(**k): ...", "def hear"),
        ("@signals.worker_ready.connect()\ndef hear(**k): ...", "def hear"),
        ("@app.on_after_fork.connect\ndef hear(**k): ...", "def hear"),
        ("worker_ready.connect(hear)", "hear"),
        ("worker_ready.connect(sender=a)(hear)", "hear"),
        ("import celery.signals\ncelery.signals.beat_init.connect(hear)", "hear"),
        ("from celery.utils.dispatch import Signal\nown = Signal()\nown.connect(hear)", "hear"),
    ],
)
def test_a_receiver_is_connected(text: str, place: str) -> None:
    module = module_of(IMPORTS + text)
    assert [under(module, receiver) for receiver in module.all(Receiver)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "app.connect(hear)",
        "signals.connect(hear)",
        "signals.unknown.connect(hear)",
        "other.on_configure.connect(hear)",
        "connect(hear)",
        "worker_ready.connect()",
        "worker_ready = a\nworker_ready.connect(hear)",
        "from django.db.models import signals\nsignals.post_save.connect(hear)",
    ],
)
def test_other_connections_are_not_celerys(text: str) -> None:
    assert not module_of(IMPORTS + text).all(Receiver)


@pytest.mark.parametrize(
    ("body", "collected"),
    [
        (NESTED, True),
        (NESTED + "beat_init.connect(hear)", False),  # an unknown signal may keep it
        (NESTED + "signals.beat_init.connect(hear)", True),
        (NESTED + "return hear", False),
        (NESTED + "a.hear = hear", False),
        (NESTED + "yield", False),
        (NESTED + "app.start()", False),
        ("global hear\n" + NESTED, False),
        ("class A:\n" + indented(NESTED), False),
        ("@keep\n" + NESTED, False),
        ("def hear(**k): ...\ndef attach(): worker_ready.connect(hear)\nreturn attach", False),
        ("if a:\n" + indented(NESTED), True),
    ],
)
def test_a_nested_receiver_is_collected(body: str, collected: bool) -> None:
    receivers = module_of(IMPORTS + "def around(a):\n" + indented(body)).all(Receiver)
    assert [receiver.is_collected for receiver in receivers] == [collected] * len(receivers)


@pytest.mark.parametrize(
    ("text", "collected"),
    [
        ("class A:\n    def hear(self, **k): ...\n", True),
        ("class A(Base):\n    def hear(self, **k): ...\n", False),
        ("class A(metaclass=M):\n    def hear(self, **k): ...\n", False),
        ("@keep\nclass A:\n    def hear(self, **k): ...\n", False),
        ("class A:\n    def __new__(cls): ...\n    def hear(self, **k): ...\n", False),
        ("class A:\n    def __init__(self): self.register()\n    def hear(self, **k): ...\n", False),
        ("class A:\n    def __init__(self): Thread(target=self.hear)\n    def hear(self, **k): ...\n", False),
        ("class A:\n    def __init__(self): self.a = 1\n    def hear(self, **k): ...\n", True),
        ("class A:\n    @staticmethod\n    def hear(**k): ...\n", False),
    ],
)
def test_a_method_is_collected_with_its_object(text: str, collected: bool) -> None:
    assert one(Receiver, IMPORTS + text + "worker_ready.connect(A().hear)").is_collected is collected
