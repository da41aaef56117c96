"""Locks in Redis, by calls and by decorators."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.lock import Lock
from celerylint.facts.lock_decorator import LockDecorator
from tests.build import indented, module_of, one

HEAD = (
    "import redis, redis_lock\nfrom celery import shared_task\nfrom django.core.cache import cache\n"
    "from redis.lock import Lock\n"
    "from app.locks import single_instance, exclusive\nclient = redis.Redis()\n"
)
TASK = "@shared_task(time_limit=60)\ndef job(x):\n"


def lock(body: str) -> Lock:
    """The only lock of a task."""
    return one(Lock, HEAD + TASK + indented(body))


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        ("client.lock('k', 5)", 5),
        ("client.lock('k', timeout=2 * 30)", 60),
        ("client.lock('k', timeout=x)", None),
        ("Lock(client, 'k', 5)", 5),
        ("cache.lock('k', 1, 5)", 5),
        ("redis_lock.Lock(client, 'k', expire=5)", 5),
        ("client.set('lock', 1, 5, nx=True)", 5),
        ("client.set('lock', 1, nx=True, ex=5)", 5),
        ("client.set('lock', 1, nx=True, px=5)", None),
        ("client.set('lock', 1, nx=True)\nclient.expire('lock', 5)", None),
    ],
)
def test_a_lock_that_expires(body: str, seconds: float | None) -> None:
    assert not lock(body).never_expires
    assert lock(body).seconds == seconds


@pytest.mark.parametrize(
    "body",
    [
        "client.lock('k')",
        "client.lock('k', None)",
        "client.lock('k', blocking_timeout=5)",
        "cache.lock('k', 1)",
        "Lock(client, 'k')",
        "client.setnx('k:mutex', 1)",
        "redis.StrictRedis().from_url('redis://x').lock('k')",
        "redis_lock.Lock(client, 'k')",
        "client.setnx(x.lockKey, 1)",
        "client.setnx(f'run:{x}', 1)\nclient.delete(f'run:{x}')",
        "client.set('LOCK', 1, nx=True)",
    ],
)
def test_a_lock_that_does_not(body: str) -> None:
    assert lock(body).never_expires


@pytest.mark.parametrize(
    "body",
    [
        "client.setnx('clock', 1)",
        "client.setnx('locked:x', 1)",
        "client.setnx('run', 1)\nclient.delete('other')",
        "client.set('lock', 1)",
        "client.set('lock', 1, nx=x)",
        "client.lock('k', **x)",
        "client.lock(*x)",
        "x.lock('k')",
        "x.set('lock', 1, nx=True)",
    ],
)
def test_no_lock(body: str) -> None:
    assert not module_of(HEAD + TASK + indented(body)).all(Lock)


@pytest.mark.parametrize(
    ("body", "guards"),
    [
        ("with client.lock('k', 5):\n    work()", True),
        ("'''Text.'''\nkey = f'{x}'\nlog.info(x)\nwith client.lock(key, 5) as held:\n    work()\nreturn x", True),
        ("lock = client.lock('k', 5)\nwith lock:\n    work()", True),
        ("if not x: return\nwith client.lock('k', 5):\n    work()", True),
        ("with client.lock('k', 5):\n    work()\nmore()", False),
        ("work()\nwith client.lock('k', 5):\n    more()", False),
        ("for y in x:\n    with client.lock('k', 5):\n        work()", False),
        ("lock = client.lock('k', 5)\nif not lock.acquire(): return\nwork()\nlock.release()", True),
        ("lock = client.lock('k', 5)\nif not lock.acquire(): return\nwork()", False),
        ("got = client.set('lock', 1, nx=True, ex=5)\nif not got: return\nwork()\nclient.delete('lock')", True),
        ("lock = client.lock('k', 5)\nif lock.acquire():\n    work()\n    lock.release()", True),
        ("lock = client.lock('k', 5)\nif lock.acquire():\n    work()\nelse:\n    raise Busy\nlock.release()", False),
        ("lock = client.lock('k', 5)\nif lock.acquire():\n    lock.release()\nelse:\n    other()", False),
    ],
)
def test_a_lock_that_guards_the_task(body: str, guards: bool) -> None:
    assert (lock(body).guarded_task is not None) is guards


def decorator(line: str, definition: str = "", settings: Settings | None = None) -> LockDecorator | None:
    """The lock decorator of a task, if it has one."""
    text = f"{HEAD}{definition}\n@shared_task\n@{line}\ndef job(x): pass\n"
    found = module_of(text, settings or Settings()).all(LockDecorator)
    return found[0] if found else None


OWN = (
    "def once(key, {parameter}):\n    def wrap(f):\n        def run(*a):\n{lock}\n        return run\n    return wrap\n"
)


def own(parameter: str) -> str:
    """A decorator of the file that hands a parameter to its lock."""
    lock = f"            with client.lock(key, timeout={parameter.partition('=')[0]}): f(*a)"
    return OWN.format(parameter=parameter, lock=lock)


@pytest.mark.parametrize(
    ("line", "definition", "never", "seconds"),
    [
        ("single_instance", "", False, None),
        ("single_instance('k')", "", False, None),
        ("single_instance('k', timeout=5)", "", False, 5),
        ("once('k')", own("ttl=None"), True, None),
        ("once('k')", own("ttl=5"), False, 5),
        ("once('k', 9)", own("ttl=None"), False, 9),
        ("once('k', ttl=9)", own("ttl=5"), False, 9),
        ("once('k', **x)", own("ttl=None"), False, None),
        ("once('k')", own("for_seconds=None"), False, None),
        ("once('k')", own("x").replace("timeout=x", "timeout=7"), False, 7),
    ],
)
def test_a_decorator_that_locks(line: str, definition: str, never: bool, seconds: float | None) -> None:
    found = decorator(line, definition)
    assert found
    assert (found.never_expires, found.seconds) == (never, seconds)


def test_a_decorator_that_does_not() -> None:
    assert decorator("exclusive('k', timeout=5)") is None
    assert decorator("once('k')", "def once(key, timeout=None):\n    return lambda f: f\n") is None


def test_the_settings_name_decorators() -> None:
    assert decorator("exclusive('k', timeout=5)", settings=Settings(lock_decorators=("exclusive",)))
