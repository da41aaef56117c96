"""SQLAlchemy sessions: what is one, and when one is left open. A session that leaks holds a connection of the pool."""

from __future__ import annotations

import ast

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.session import Session, is_session, session_uses
from tests.build import dedented, indented, module_of, node_at, under

IMPORTS = (
    "import atexit, sys\nfrom contextlib import ExitStack, AsyncExitStack, closing, contextmanager, suppress\n"
    "from celery import shared_task\nfrom app.db import SessionLocal, get_db\nfrom app.repos import Repo\n"
)
TASK = IMPORTS + "@shared_task(bind=True)\ndef job(self, x, out):\n"


def leaks(text: str) -> bool:
    """Whether any session of a text leaks; there must be one."""
    found = module_of(text).all(Session)
    assert found
    return any(session.leaks for session in found)


CLOSED = {
    "finally": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.close()
        """,
    "finally-logs-first": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            log("done")
            session.close()
        """,
    "finally-expunges-first": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.expunge_all()
            session.close()
        """,
    "finally-rolls-back-first": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            if session.in_transaction():
                session.rollback()
            session.close()
        """,
    "finally-suppresses": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            with suppress(Exception):
                session.close()
        """,
    "finally-tries": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            try:
                session.close()
            except Exception:
                log(x)
        """,
    "handler-logs-and-rolls-back": """
        session = SessionLocal()
        try:
            session.execute(x)
            session.commit()
        except Exception as error:
            log("failed", error)
            session.rollback()
            raise
        """,
    "handler-rolls-back-and-retries": """
        session = SessionLocal()
        try:
            session.execute(x)
            session.commit()
        except Exception as error:
            session.rollback()
            raise self.retry(exc=error) from error
        """,
    "closed-in-else-and-handler": """
        session = SessionLocal()
        try:
            session.execute(x)
        except:
            session.close()
            raise
        else:
            session.close()
        """,
    "opened-in-try": """
        session = None
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            if session is not None:
                session.close()
        """,
    "opened-in-try-and-truth": """
        session = None
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            if session:
                session.close()
        """,
    "opened-in-try-and-compared": """
        session = None
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            if session != None:
                session.close()
        """,
    "opened-in-try-and-reversed": """
        session = None
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            if None is not session:
                session.close()
        """,
    "opened-in-try-and-locals": """
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            if "session" in locals():
                session.close()
        """,
    "opened-in-try-and-short-circuit": """
        session = None
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            session and session.close()
        """,
    "opened-in-try-and-early-exit": """
        session = None
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            if not session:
                return
            session.close()
        """,
    "rolled-back-if-active": """
        session = None
        try:
            session = SessionLocal()
            session.execute(x)
        finally:
            if session is not None and session.is_active:
                session.rollback()
            if session is not None:
                session.close()
        """,
    "opening-fails": """
        try:
            session = SessionLocal()
        except Exception:
            return
        try:
            session.execute(x)
        finally:
            session.close()
        """,
    "guarded-before-try": """
        session = SessionLocal()
        assert session
        session.expire_on_commit = False
        try:
            session.execute(x)
        finally:
            session.close()
        """,
    "given-to-a-class-before-try": """
        session = SessionLocal()
        repo = Repo(session)
        try:
            repo.save(x)
        finally:
            session.close()
        """,
    "work-before-opening": """
        if not x:
            return load(x)
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.close()
        """,
    "every-iteration": """
        for row in x:
            session = SessionLocal()
            try:
                session.execute(row)
                session.commit()
            except Exception:
                session.rollback()
            finally:
                session.close()
        """,
    "retried-in-a-loop": """
        while True:
            session = SessionLocal()
            try:
                session.execute(x)
                return session.commit()
            except ValueError:
                continue
            finally:
                session.close()
        """,
    "left-by-break-and-continue": """
        session = SessionLocal()
        try:
            for row in x:
                if row: continue
                if session.get(Row, row): break
            else:
                return 1
        finally:
            session.close()
        """,
    "closed-and-reopened": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.close()
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.close()
        """,
    "with-the-name": """
        session = SessionLocal()
        with session:
            session.execute(x)
        """,
    "with-closing": """
        session = SessionLocal()
        with closing(session):
            session.execute(x)
        """,
    "with-closing-as": """
        session = SessionLocal()
        with open(x) as file, closing(session) as db:
            db.execute(file)
        """,
    "with-a-manager-of-the-project": """
        session = SessionLocal()
        with UnitOfWork(session) as work:
            work.save(x)
        """,
    "with-a-manager-by-keyword": """
        session = SessionLocal()
        with UnitOfWork(session=session) as work:
            work.save(x)
        """,
    "with-begin": """
        session = SessionLocal()
        with session.begin():
            session.execute(x)
        """,
    "with-begin-and-close": """
        session = SessionLocal()
        with session.begin():
            session.execute(x)
        session.close()
        """,
    "stack-enter": """
        with ExitStack() as stack:
            session = SessionLocal()
            stack.enter_context(session)
            session.execute(x)
        """,
    "stack-enter-closing": """
        with ExitStack() as stack:
            session = SessionLocal()
            stack.enter_context(closing(session))
            session.execute(x)
        """,
    "stack-callback": """
        with ExitStack() as stack:
            session = SessionLocal()
            stack.callback(session.close)
            session.execute(x)
        """,
    "stack-lambda": """
        with ExitStack() as stack:
            session = SessionLocal()
            stack.callback(lambda: session.close())
            session.execute(x)
        """,
    "at-exit": """
        session = SessionLocal()
        atexit.register(session.close)
        session.execute(x)
        """,
    "nested-function": """
        session = SessionLocal()
        def tidy():
            session.close()
        try:
            session.execute(x)
        finally:
            tidy()
        """,
    "nested-function-before-opening": """
        def tidy():
            session.close()
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            tidy()
        """,
    "closing-helper": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            release_session(session)
        """,
    "closing-helper-by-keyword": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            self.cleanup(db=session)
        """,
    "alias": """
        session = SessionLocal()
        db = session
        try:
            db.execute(x)
        finally:
            db.close()
        """,
    "own-flag": """
        session, mine = out, False
        if out is None:
            session = SessionLocal()
            mine = True
        try:
            session.execute(x)
        finally:
            if mine:
                session.close()
        """,
    "invalidated": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.invalidate()
        """,
    "reset": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.reset()
        """,
    "deleted-after-close": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.close()
            del session
        """,
    "deleted-after-rollback": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.rollback()
            del session
        """,
    "match": """
        session = SessionLocal()
        try:
            match x:
                case 1: return session.execute(x)
                case 2: raise ValueError
                case _: session.commit()
        finally:
            session.close()
        """,
    "closed-in-every-case": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            match x:
                case 1: session.close()
                case _: session.close()
        """,
    "generator-closed": """
        source = get_db()
        session = next(source)
        try:
            session.execute(x)
        finally:
            source.close()
        """,
    "generator-run-on": """
        source = get_db()
        session = next(source)
        try:
            session.execute(x)
        finally:
            next(source, None)
        """,
    "next": """
        session = next(get_db())
        try:
            session.execute(x)
        finally:
            session.close()
        """,
    "walrus": """
        if session := SessionLocal():
            try:
                session.execute(x)
            finally:
                session.close()
        """,
    "annotated": """
        session: Session = SessionLocal()
        try:
            session.execute(x)
        finally:
            session.close()
        """,
    "committed": """
        session = SessionLocal()
        session.commit()
        """,
    "never-used": """
        session = SessionLocal()
        return 1
        """,
    "stored-on-object": """
        session = SessionLocal()
        self.session = session
        session.execute(x)
        """,
    "used-then-stored-on-object": """
        session = SessionLocal()
        session.execute(x)
        self.session = session
        """,
    "put-into-a-list": """
        session = SessionLocal()
        out.append(session)
        session.execute(x)
        """,
    "put-into-a-dict": """
        session = SessionLocal()
        out["session"] = session
        session.execute(x)
        """,
    "called-unasked": """
        SessionLocal().close()
        """,
}  # fmt: skip
LEFT_OPEN = {
    "no-close": """
        session = SessionLocal()
        session.execute(x)
        """,
    "close-after-work": """
        session = SessionLocal()
        session.execute(x)
        session.close()
        """,
    "close-in-body": """
        session = SessionLocal()
        try:
            session.execute(x)
            session.close()
        except ValueError:
            log(x)
        """,
    "close-in-else": """
        session = SessionLocal()
        try:
            session.execute(x)
        except ValueError:
            log(x)
        else:
            session.close()
        """,
    "close-in-handler": """
        session = SessionLocal()
        try:
            session.execute(x)
        except Exception:
            session.close()
            raise
        """,
    "narrow-handler": """
        session = SessionLocal()
        try:
            session.execute(x)
            session.commit()
        except ValueError:
            session.rollback()
            raise
        """,
    "conditional-close": """
        session = SessionLocal()
        try:
            session.execute(x)
        finally:
            if x:
                session.close()
        """,
    "return-before-close": """
        session = SessionLocal()
        rows = session.execute(x)
        if not rows:
            return
        session.close()
        """,
    "reopened": """
        session = SessionLocal()
        session.execute(x)
        session = SessionLocal()
        session.close()
        """,
    "reopened-in-a-loop": """
        for row in x:
            session = SessionLocal()
            session.execute(row)
        session.close()
        """,
    "overwritten": """
        session = SessionLocal()
        session.execute(x)
        session = None
        """,
    "used-after-commit": """
        session = SessionLocal()
        session.commit()
        return session.get(Row, x)
        """,
    "closed-in-one-case": """
        session = SessionLocal()
        session.execute(x)
        match x:
            case 1: session.close()
        """,
    "suppressed": """
        session = SessionLocal()
        with suppress(Exception):
            session.execute(x)
            session.close()
        """,
    "handed-to-a-helper": """
        session = SessionLocal()
        work(session)
        """,
    "helper-fails": """
        session = SessionLocal()
        work(session)
        session.commit()
        """,
    "chain": """
        return SessionLocal().query(Row).all()
        """,
    "next": """
        session = next(get_db())
        session.execute(x)
        """,
    "walrus": """
        if session := SessionLocal():
            session.execute(x)
        """,
    "annotated": """
        session: Session = SessionLocal()
        session.execute(x)
        """,
    "in-a-lambda": """
        session = SessionLocal()
        return list(map(lambda row: session.get(Row, row), x))
        """,
    "endless-loop": """
        session = SessionLocal()
        while True:
            session.execute(x)
        """,
}  # fmt: skip


@pytest.mark.parametrize("body", CLOSED.values(), ids=CLOSED)
def test_a_session_is_closed_on_every_way_out(body: str) -> None:
    found = module_of(TASK + indented(body)).all(Session)
    assert not any(session.leaks for session in found)


@pytest.mark.parametrize("body", LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_a_session_is_left_in_use_on_some_way_out(body: str) -> None:
    assert leaks(TASK + indented(body))


@pytest.mark.parametrize(
    ("body", "left_open"),
    [
        ("session = SessionLocal()\nasync with session:\n    await session.execute(x)", False),
        ("session = SessionLocal()\ntry: await session.execute(x)\nfinally: await session.close()", False),
        ("session = SessionLocal()\ntry: await session.execute(x)\nfinally: await shield(session.close())", False),
        ("async with AsyncExitStack() as stack:\n    session = SessionLocal()\n"
         "    stack.push_async_callback(session.close)\n    await session.execute(x)", False),
        ("async with AsyncExitStack() as stack:\n    session = await stack.enter_async_context(SessionLocal())\n"
         "    await session.execute(x)", False),
        ("session = SessionLocal()\nasync with session.begin():\n    await session.execute(x)", False),
        ("session = await SessionLocal()\nawait session.execute(x)", True),
        ("session = SessionLocal()\nawait session.execute(x)\nawait session.close()", True),
    ],
)  # fmt: skip
def test_sessions_of_coroutines(body: str, left_open: bool) -> None:
    text = IMPORTS + "async def go(x):\n" + indented(body) + "@shared_task\ndef job(x): run_async(go(x))\n"
    found = module_of(text).all(Session)
    assert any(session.leaks for session in found) is left_open


HANDED_OUT = [
    "def opened(x):\n    session = SessionLocal()\n    session.execute(x)\n    return session",
    "def opened(x):\n    session = SessionLocal()\n    if not x: return None\n    return session",
    "def opened(x):\n    session = SessionLocal()\n    session.execute(x)\n    return session, x",
    "def opened(x):\n    session = SessionLocal()\n    return {'session': session}",
    "def opened(x):\n    session = SessionLocal()\n    return Repo(session)",
    "def opened(x):\n    session = SessionLocal()\n    return Repo(db=session)",
    "def opened(x):\n    session = SessionLocal()\n    yield session\n    session.close()",
    "def opened(x):\n    return SessionLocal()",
    "def opened(x):\n    global session\n    session = SessionLocal()\n    session.execute(x)",
    "def opened(x):\n    with SessionLocal() as session: session.execute(x)",
    "def opened(x):\n    with SessionLocal.begin() as session: session.execute(x)",
    "def opened(x, session=None):\n    mine = session is None\n    if mine:\n        session = SessionLocal()\n"
    "    try: session.execute(x)\n    finally:\n        if mine: session.close()",
    "def opened(x, session=None):\n    session = session or SessionLocal()\n    session.execute(x)",
    "class Unit:\n    def __enter__(self):\n        self.session = SessionLocal()\n        return self\n"
    "def opened(x):\n    with Unit() as unit: unit.session.execute(x)",
    "def opened(x):\n    session = None\n    def start():\n        nonlocal session\n        session = SessionLocal()\n"
    "    start()\n    session.execute(x)",
    "def done(*sessions):\n    for one in sessions: one.close()\n"
    "def opened(x):\n    session = SessionLocal()\n    try: session.execute(x)\n    finally: done(session)",
    "def done(s): really(s)\ndef really(s): s.close()\n"
    "def opened(x):\n    session = SessionLocal()\n    try: session.execute(x)\n    finally: done(session)",
    "def done(a, *, s): s.close()\n"
    "def opened(x):\n    session = SessionLocal()\n    try: session.execute(x)\n    finally: done(1, s=session)",
    "class Ops:\n    def done(self, s): s.close()\nops = Ops()\n"
    "def opened(x):\n    session = SessionLocal()\n    try: session.execute(x)\n    finally: ops.done(session)",
    "class Ops:\n    @staticmethod\n    def done(s): s.close()\n"
    "def opened(x):\n    session = SessionLocal()\n    try: session.execute(x)\n    finally: Ops.done(session)",
]  # fmt: skip


@pytest.mark.parametrize("text", HANDED_OUT)
def test_a_session_of_another_owner_does_not_leak(text: str) -> None:
    module = module_of(f"{IMPORTS}{text}\n@shared_task\ndef job(x): opened(x)\n")
    assert not [under(module, session) for session in module.all(Session) if session.leaks]


@pytest.mark.parametrize(
    ("opening", "left_open"),
    [
        ("Session(engine)", True),
        ("sessionmaker(engine)()", True),
        ("maker()", True),
        ("maker.begin().session", False),
        ("scoped()", True),
        ("engine.connect()", True),
        ("AsyncSession(engine)", True),
        ("Own()", True),
        ("requests.Session()", False),
        ("boto3.Session()", False),
        ("models.Session()", False),
        ("aiohttp.ClientSession()", False),
        ("engine.begin()", False),
        ("make_session()", False),
    ],
)
def test_what_opens_a_session(opening: str, left_open: bool) -> None:
    text = dedented(
        f"""
        import requests, boto3, aiohttp
        from app import models
        from celery import shared_task
        from sqlalchemy import create_engine
        from sqlalchemy.orm import Session, scoped_session, sessionmaker
        from sqlalchemy.ext.asyncio import AsyncSession
        engine = create_engine("sqlite://")
        maker = sessionmaker[Session](engine)
        scoped = scoped_session(maker)
        class Own(Session): ...
        @shared_task
        def job(x):
            session = {opening}
            session.execute(x)
        """
    )
    assert any(session.leaks for session in module_of(text).all(Session)) is left_open


def test_a_connection_is_not_given_back_by_a_commit() -> None:
    head = "from celery import shared_task\nfrom sqlalchemy import create_engine\nengine = create_engine('x')\n"
    body = "@shared_task\ndef job(x):\n" + indented("c = engine.connect()\nc.execute(x)\nc.commit()")
    assert leaks(head + body)
    assert module_of(head + body).all(Session)[0].is_connection


def test_a_registry_gives_its_session_back_by_remove() -> None:
    text = dedented(
        """
        from celery import shared_task
        from sqlalchemy.orm import scoped_session, sessionmaker
        Session = scoped_session(sessionmaker())
        @shared_task
        def job(x):
            session = Session()
            try:
                session.execute(x)
            finally:
                Session.remove()
        """
    )
    assert not leaks(text)


@pytest.mark.parametrize(
    ("text", "expression", "expected"),
    [
        ("from app.db import SessionLocal\ns = SessionLocal()\ns", "s", True),
        ("from app.db import AdminSessionLocal\ns = AdminSessionLocal()\ns", "s", True),
        ("from app import db\ndb.session", "db.session", True),
        ("from app.db import get_db\ns = next(get_db())\ns", "s", True),
        ("from app.db import create_task_session_maker\nm, e = create_task_session_maker()\ns = m()\ns", "s", True),
        ("from app.db import create_task_session_maker\nm, e = create_task_session_maker()\ns = e()\ns", "s", False),
        ("from sqlalchemy.orm import Session\ndef f(s: Session): s", "s", True),
        ("from sqlalchemy.orm import Session\ndef f(s: 'Session | None' = None): s", "s", True),
        ("if TYPE_CHECKING:\n    from sqlalchemy.orm import Session\ndef f(s: 'Session'): s", "s", True),
        ("from requests import Session\ndef f(s: Session): s", "s", False),
        ("from django.contrib.sessions.models import Session\ns = Session()\ns", "s", False),
        ("def f(session): session", "session", False),
        ("session", "session", False),
        ("def SessionLocal(): ...\ns = SessionLocal()\ns", "s", False),
        ("from app.db import SessionLocal\nwith SessionLocal() as s: s", "s", True),
        ("from app.db import SessionLocal\nwith SessionLocal.begin() as s: s", "s", True),
        ("from sqlalchemy import create_engine\ne = create_engine('')\nwith e.begin() as c: c", "c", True),
        ("from app.db import SessionLocal\nif x:\n    s = SessionLocal()\nelse:\n    s = other()\ns", "s", False),
        ("from app.db import SessionLocal\ns = None\ns = SessionLocal()\ns", "s", True),
        ("from app.db import SessionLocal\nfor s in SessionLocal(): s", "s", False),
    ],
)
def test_what_is_a_session(text: str, expression: str, expected: bool) -> None:
    module = module_of(text)
    assert is_session(module, node_at(module, expression)) is expected


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ("help(session, 1)", True),
        ("help(db=session)", True),
        ("help(session)\n    help(other)", False),
        ("help(other)", False),
        ("run(help)", False),
    ],
)
def test_a_parameter_is_a_session_if_every_call_hands_one_in(calls: str, expected: bool) -> None:
    text = (
        "from celery import shared_task\nfrom app.db import SessionLocal\ndef help(db, x=1): db\n"
        f"@shared_task\ndef job(other):\n    session = SessionLocal()\n    {calls}\n"
    )
    module = module_of(text)
    assert is_session(module, node_at(module, "db")) is expected


def test_the_words_of_the_settings_open_sessions() -> None:
    head = "from celery import shared_task\nfrom lib import open_db\n@shared_task\ndef job(x):\n"
    text = head + "    s = open_db()\n    s.execute(x)\n"
    assert not module_of(text).all(Session)
    assert module_of(text, Settings(session_factories=("open_db",))).all(Session)


def test_sessions_are_looked_for_in_task_code_only() -> None:
    text = "from app.db import SessionLocal\ndef view(x):\n    session = SessionLocal()\n    session.execute(x)\n"
    assert not module_of(text).all(Session)


def test_uses_tell_the_method_or_that_it_is_handed_on() -> None:
    module = module_of(TASK + indented("session = SessionLocal()\nsession.add(x)\nwork(session, db=session)\n"))
    uses = [(text, method) for text, _, method in session_uses(module, module.index.all(ast.Name))]
    assert sorted(uses, key=str) == [("session", "add"), ("session", None), ("session", None)]


def test_a_session_stands_on_its_opening_call() -> None:
    module = module_of(TASK + indented("session = SessionLocal(\n    x)\nsession.execute(x)\n"))
    (session,) = module.all(Session)
    assert under(module, session).startswith("SessionLocal(\n")
    assert session.name == "session"
