"""Tasks of the file sent, or made into signatures."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.dispatch import Dispatch, is_signature, signature_of
from celerylint.facts.result import is_eager_result, is_result
from tests.build import dedented, module_of, node_at, one, under

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
    assert (found.method, found.name) == (method, "send")
    assert found.passes_arguments is (method in ("delay", "delay_on_commit", "s", "si"))


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        ("send.s(1).delay()", {"s", "delay"}),
        ("send.si(1).apply_async(countdown=1)", {"si", "apply_async"}),
        ("signature = send.s(1)\nsignature.delay()", {"s", "delay"}),
        ("send.signature((1,)).set(queue='q').delay()", {"signature", "set", "delay"}),
    ],
)
def test_a_signature_is_dispatched_for_its_task(text: str, methods: set[str]) -> None:
    found = module_of(SEND + text).all(Dispatch)
    assert {dispatch.method for dispatch in found} == methods
    assert {dispatch.name for dispatch in found} == {"send"}


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
        "from app.tasks import Send\nSend.delay(1)",
        "from huey.tasks import send\nsend.delay(1)",
        "from app.tasks import queue\nqueue.map(1)",
        "from app.pools import pool\npool.apply_async(send, args=(1,))",
        "import inspect\ninspect.signature(send)",
        "from app.bus import client\nclient.signature('x')",
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
    assert one(Dispatch, text).name == "send"


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


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("from app.tasks import mail\nmail.delay(1)", "imported", "mail"),
        ("from .tasks import mail\nmail.apply_async((1,))", "imported", "mail"),
        ("from . import tasks\ntasks.mail.s(1)", "imported", "mail"),
        ("import app.tasks.mails\napp.tasks.mails.mail.si(1)", "imported", "mail"),
        ("def view():\n    from ..tasks.mails import mail as job\n    job.delay(1)", "imported", "mail"),
        ("from app.work import mail\nmail.apply_async(args=(1,), countdown=5)", "imported", "mail"),
        ("from app.celery import app\napp.send_task('mail', (1,))", "named", "mail"),
        ("from app.core import app\nimport celery\napp.send_task(name='mail')", "named", "mail"),
        ("from celery import Celery\napp = Celery()\napp.signature('mail')", "named", "mail"),
        ("from celery import signature\nsignature('mail', args=(1,))", "named", "mail"),
        ("from celery import current_app\ncurrent_app.send_task(Names.MAIL)", "named", "Names.MAIL"),
    ],
)
def test_tasks_of_other_files(text: str, kind: str, name: str) -> None:
    found = one(Dispatch, text)
    assert (found.kind, found.name, found.task) == (kind, name, None)
    assert found.is_sent is not found.is_signature


def test_a_bound_task_has_an_app() -> None:
    text = HEAD + "@shared_task(bind=True)\ndef send(self): self.app.send_task('mail')\n"
    assert one(Dispatch, text).task_name == "mail"


def test_a_named_signature_is_sent_by_its_name() -> None:
    found = module_of("from celery import signature\nflow = signature('mail').set(queue='q')\nflow.delay()").all(
        Dispatch
    )
    assert {(each.method, each.name) for each in found} == {("signature", "mail"), ("set", "mail"), ("delay", "mail")}


def test_modules_of_tasks_are_a_setting() -> None:
    text = "from app.mail_jobs.sending import mail\nmail.delay(1)"
    assert not module_of(text).all(Dispatch)
    for words in ("sending", "*_jobs", "mail_jobs.sending"):
        assert one(Dispatch, text, Settings(task_modules=(words,))).name == "mail"


@pytest.mark.parametrize(
    ("text", "positional", "named", "is_open"),
    [
        ("send.delay(1, a=2)", ["1"], ["a=2"], False),
        ("send.delay(*x)", [], [], True),
        ("send.delay(**x)", [], [], True),
        ("send.apply_async((1, 2), {'a': 3})", ["1", "2"], ["'a': 3"], False),
        ("send.apply_async(args=[1], kwargs=dict(a=2), queue='q')", ["1"], ["a=2"], False),
        ("send.apply_async(args=None)", [], [], False),
        ("send.apply_async(args=x)", [], [], True),
        ("send.apply_async(args=(1, *x))", ["1"], [], True),
        ("send.apply_async(kwargs={'a': 1, **x})", [], ["'a': 1"], True),
        ("send.apply_async(**options)", [], [], True),
        ("given = [1]\ngiven.append(2)\nsend.apply_async(given)", ["1"], [], True),
        ("send.signature((1,), {'a': 2})", ["1"], ["'a': 2"], False),
        ("signature('mail', (1,), {'a': 2})", ["1"], ["'a': 2"], False),
        ("app.send_task('mail', (1,), {'a': 2}, 10)", ["1"], ["'a': 2"], False),
    ],
)
def test_arguments_of_the_function(text: str, positional: list[str], named: list[str], is_open: bool) -> None:
    head = SEND + "from celery import signature\nfrom app.celery import app\n"
    module = module_of(head + text)
    (found,) = module.all(Dispatch)
    assert [under(module, each) for each in found.arguments.positional] == positional
    assert [under(module, each) for each in found.arguments.named] == named
    assert found.arguments.open is is_open


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("send.apply_async((1,), None, 'id', countdown=1)", {"task_id", "countdown"}),
        ("send.s(1).set(queue='q')", {"queue"}),
        ("app.send_task('mail', (), [], 10, expires=5)", {"countdown", "expires"}),
        ("send.delay(countdown=1)", set()),
    ],
)
def test_execution_options(text: str, names: set[str]) -> None:
    found = module_of(SEND + "from app.celery import app\n" + text).all(Dispatch)
    assert set(found[0].options.named) == names


GIVEN = """
    from celery import chain, chord, group, shared_task, signature
    from celery.result import AsyncResult, EagerResult, GroupResult
    from app.celery import app
    from app.tasks import mail

    @shared_task(bind=True)
    def send(self, a):
        return 1 if a else self.s(1)

    def start():
        return mail.delay(1)
"""


@pytest.mark.parametrize(
    "text",
    [
        *("send.s(1)", "mail.si()", "mail.s().set(queue='q')", "chain(send.s(1), mail.s())", "signature('mail')"),
        *("(x | mail.s()) | y", "x | (y | mail.s())"),
        *("send.s(1) | mail.s()", "send.s() | x", "app.signature('mail')", "mail.chunks(x, 2)", "group(x).set(y=1)"),
    ],
)
def test_signatures(text: str) -> None:
    module = module_of(dedented(GIVEN) + f"flow = {text}\nflow")
    node = node_at(module, "flow")
    assert is_signature(module, node)
    assert not is_result(module, node)


@pytest.mark.parametrize(
    "text",
    [
        *("send.delay(1)", "mail.apply_async()", "send.s(1).delay()", "chain(x).apply_async()", "chord(x)(mail.s())"),
        *("group(x)()", "app.send_task('mail')", "AsyncResult(i)", "app.AsyncResult(i)", "send.AsyncResult(i)"),
        *("GroupResult.restore(i)", "start()", "signature('mail').delay()", "app.signature('mail').apply_async()"),
        *("mail.s().freeze()", "job.apply_async(countdown=1)"),
    ],
)
def test_results(text: str) -> None:
    module = module_of(dedented(GIVEN) + f"from app.work import job\nresult = {text}\nresult")
    node = node_at(module, "result")
    assert is_result(module, node)
    assert not is_signature(module, node)
    assert not is_eager_result(module, node)


@pytest.mark.parametrize("text", ["send.apply()", "send.s(1).apply()", "chain(x).apply()", "EagerResult(i, 1, 's')"])
def test_eager_results(text: str) -> None:
    module = module_of(dedented(GIVEN) + f"result = {text}\nresult")
    assert is_eager_result(module, node_at(module, "result"))
    assert not is_result(module, node_at(module, "result"))


@pytest.mark.parametrize(
    "text",
    [
        "send(1)",
        "send.s(1)(2)",
        "mail.delay_on_commit()",
        "client.delay()",
        "mail",
        "app.tasks",
        "send.delay",
        "1",
        "x | y",
    ],
)
def test_neither(text: str) -> None:
    module = module_of(dedented(GIVEN) + f"given = {text}\ngiven")
    node = node_at(module, "given")
    assert not is_result(module, node)
    assert not is_eager_result(module, node)
    assert not is_signature(module, node)


def test_the_dispatch_of_a_signature() -> None:
    module = module_of(dedented(GIVEN) + "first = mail.s(1)\nflow = first.set(queue='q')\nflow")
    made = signature_of(module, node_at(module, "flow"))
    assert made is not None
    assert under(module, made) == "mail.s(1)"
