"""Chords, and where the app of a file keeps results."""

from __future__ import annotations

import pytest

from celerylint.facts.chord import Chord, IgnoredHeader
from celerylint.facts.result_backend import ResultBackend
from tests.build import module_of, under

IMPORTS = "from celery import Celery, chain, chord, group\n"
TASKS = "@app.task(ignore_result=True)\ndef one(a): ...\n@app.task\ndef many(a): ...\n"
DATABASE = IMPORTS + "app = Celery(backend='db+sqlite://')\n" + TASKS


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("app = Celery('a', broker='b')", ""),
        ("app = Celery('a', broker='b')\napp.conf.task_acks_late = True", ""),
        ("app = Celery('a', broker='b', backend='rpc://')", "rpc"),
        ("app = Celery('a', broker='b', backend='cache+memory://')", "cache"),
        ("app = Celery('a', broker='b', backend='disabled://')", ""),
        ("app = Celery('a', broker='b', backend=None)", ""),
        ("app = Celery('a', broker='b', backend=URL)", None),
        ("app = Celery('a')\napp.conf.result_backend = 'redis://'", "redis"),
        ("app = Celery('a', backend='rpc://')\napp.conf.result_backend = 'redis://'", None),
        ("app = Celery('a')", None),
        ("app = Celery('a', broker='b', **more)", None),
        ("app = Celery('a', broker='b', config_source='c')", None),
        ("app = Celery('a', broker='b')\napp.config_from_object('c')", None),
        ("app = Celery('a', broker='b')\napp.conf.update(settings)", None),
        ("app = Celery('a', broker='b')\napp.conf.update(task_always_eager=True)", None),
        ("app = Celery('a', broker='b')\nconfigure(app)", None),
        ("os.environ['CELERY_RESULT_BACKEND'] = URL\napp = Celery('a', broker='b')", None),
        ("app = Celery('a', broker='b')\nconfigure(app=app)", None),
        ("def make():\n    app = Celery('a', broker='b')\n    return app", None),
        ("app = Celery('a', broker='b')\nother = Celery('b', broker='b')", None),
        ("task_acks_late = True", None),
    ],
)
def test_the_backend_of_a_file(text: str, scheme: str | None) -> None:
    assert [backend.scheme for backend in module_of(IMPORTS + text).all(ResultBackend)] == (
        [] if scheme is None else [scheme]
    )


@pytest.mark.parametrize(
    ("text", "chords"),
    [
        ("chord([one.s(1)], many.s())", ["chord([one.s(1)], many.s())"]),
        ("chord([one.s(1)])(many.s())", ["chord([one.s(1)])"]),
        ("chord([one.s(1)])", []),
        ("group(one.s(1)) | many.s()", ["group(one.s(1)) | many.s()"]),
        ("chain(group(one.s(1)), many.s())", ["chain(group(one.s(1)), many.s())"]),
        ("chain(one.s(1), group(many.s()))", []),
        ("work = group(one.s(1))\nwork | many.s()", ["work | many.s()"]),
    ],
)
def test_chords(text: str, chords: list[str]) -> None:
    module = module_of(DATABASE + text)
    assert [under(module, chord) for chord in module.all(Chord)] == chords


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("chord([one.s(1), many.s(2)], many.s())", ["one.s(1)"]),
        ("chord(group([one.s(1), many.s(2)]), many.s())", ["one.s(1)"]),
        ("chord([one.s(1).set(queue='q')], many.s())", ["one.s(1)"]),
        ("first = one.s(1)\nchord([first], many.s())\nchord([first], many.s())", ["one.s(1)"]),
        ("chord([one.s(1).set(ignore_result=False)], many.s())", []),
        ("chord(header, many.s())", []),
        ("chord([many.s(1)], one.s())", []),
    ],
)
def test_ignored_headers(text: str, ignored: list[str]) -> None:
    module = module_of(DATABASE + text)
    assert [under(module, header) for header in module.all(IgnoredHeader)] == ignored
