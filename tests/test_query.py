"""Queries of task code, and the loop that repeats them."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.loop import Loop
from celerylint.facts.query import Query
from tests.build import indented, module_of, node_at, under

HEAD = (
    "from celery import shared_task\nfrom django.db.models import F\n"
    "from sqlalchemy import insert, select, text, update\n"
    "from app import db\nfrom app.db import SessionLocal\nfrom app.models import Order, User\n"
    "from app.repos import UserRepository\n"
    "@shared_task\ndef job(rows, n, cache, client):\n    session = SessionLocal()\n    repo = UserRepository(session)\n"
)


def queries(body: str) -> list[str]:
    """The queries in the body of a task, as they are written."""
    module = module_of(HEAD + indented(body))
    return [under(module, query) for query in module.all(Query)]


@pytest.mark.parametrize(
    "text",
    [
        "session.get(User, 1)",
        "session.get_one(User, 1)",
        "session.query(User).filter(User.id == n).first()",
        "session.query(User).all()",
        "session.query(User).get(1)",
        "session.execute(select(User)).scalars().all()",
        "session.execute(select(User).where(User.id == n))",
        "session.scalars(select(User)).all()",
        "session.scalar(select(User))",
        "session.execute(text('SELECT 1'))",
        "session.execute(text('  with x as (select 1) select * from x'))",
        "session.execute('select 1')",
        "db.session.get(User, 1)",
        "User.query.get(1)",
        "User.query.filter_by(id=n).first()",
        "User.objects.get(id=n)",
        "User.objects.filter(id=n).first()",
        "User.objects.filter(id=n).exists()",
        "User.objects.count()",
        "repo.find_by_id(n)",
        "repo.get_user(n)",
    ],
)
def test_a_query_that_reads(text: str) -> None:
    assert queries(f"x = {text}") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "session.query(User)",
        "session.query(User).filter(User.id == n)",
        "session.execute(insert(User))",
        "session.execute(update(User).where(User.id == n))",
        "session.execute(text('UPDATE users SET a = 1'))",
        "session.execute(unknown)",
        "session.add(n)",
        "session.query(User).filter(User.id == n).delete()",
        "session.query(User).filter(User.id == n).with_for_update().first()",
        "User.objects.filter(id=n)",
        "User.objects.create(id=n)",
        "User.objects.get_or_create(id=n)",
        "User.objects.filter(id=n).update(a=1)",
        "User.objects.select_for_update().get(id=n)",
        "repo.save(n)",
        "cache.get(n)",
        "client.get(n)",
        "rows.get(n)",
        "n.objects.get(id=1)",
        "USER.objects.get(id=1)",
        "unknown.query(User).first()",
        "UserRepository.get(n)",
        "dict(n).get(1)",
    ],
)
def test_what_is_no_query_or_does_not_read(text: str) -> None:
    assert queries(f"x = {text}") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("for x in User.objects.filter(id=n): ...", True),
        ("x = [y for y in User.objects.all()]", True),
        ("x = list(User.objects.filter(id=n))", True),
        ("x = list(session.query(User))", True),
        ("for x in session.query(User).filter(n): ...", True),
        ("x = wrap(User.objects.filter(id=n))", False),
    ],
)
def test_a_builder_asks_when_somebody_iterates(text: str, asked: bool) -> None:
    assert bool(queries(text)) is asked


@pytest.mark.parametrize(
    "imports",
    [
        "import requests\nsession = requests.Session()",
        "from requests import Session\nsession = Session()",
        "import aiohttp\nsession = aiohttp.ClientSession()",
        "from cachecontrol import CacheControl\nsession = CacheControl(None)",
        "session = {}",
        "from lib import session",
    ],
)
def test_sessions_of_other_libraries_ask_no_database(imports: str) -> None:
    head = f"from celery import shared_task\n{imports}\n@shared_task\ndef job(urls):\n"
    text = head + "    for url in urls: session.get(url)\n"
    assert not module_of(text).all(Query)


@pytest.mark.parametrize(
    "opening",
    [
        "from pygit2 import Repository\nrepo = Repository('.')",
        "from git import Repo\nrepo = Repo('.')",
        "from dulwich.repo import Repo\nrepo = Repo('.')",
        "from huggingface_hub import Repository\nrepo = Repository('.')",
        "class GitRepository: ...\nrepo = GitRepository()",
    ],
)
def test_repositories_that_are_no_databases(opening: str) -> None:
    head = f"from celery import shared_task\n{opening}\n@shared_task\ndef job(names):\n"
    text = head + "    return [repo.get_object(n) for n in names]\n"
    assert not module_of(text).all(Query)


@pytest.mark.parametrize(
    "body",
    [
        "for row in rows: session.get(User, row.user_id)",
        "for row in rows:\n    key = row.user_id\n    session.get(User, key)",
        "for row in rows:\n    if row.ok:\n        with row: session.get(User, row.id)",
        "for row in rows:\n    statement = select(User).where(User.id == row.id)\n    session.scalar(statement)",
        "x = [session.get(User, row.id) for row in rows]",
        "x = {row.id: session.get(User, row.id) for row in rows}",
        "x = [row for row in rows if session.get(User, row.id)]",
        "x = [a for row in rows for a in session.query(User).filter(User.id == row.id).all()]",
        "for row in rows:\n    for kind in ('a', 'b'): session.get(User, row.id)",
        "for row in rows:\n    while row.more: session.get(User, row.id)",
        "for row in rows:\n    x = lambda: session.get(User, row.id)",
        "for row in rows:\n    try: session.get(User, row.id)\n    except E: pass",
        "for row in rows:\n    if row.id in n: session.get(User, row.id)",
        "while rows:\n    for row in rows: session.get(User, row.id)",
        "for i, row in enumerate(rows): session.get(User, row.id)",
    ],
)
def test_a_query_is_repeated_for_each_item(body: str) -> None:
    (query,) = module_of(HEAD + indented(body)).all(Query)
    assert query.repeating_loop is not None
    assert query.repeating_loop.iterable is not None


@pytest.mark.parametrize(
    "body",
    [
        "for row in session.query(User).filter(User.id == n).all(): ...",
        "x = [row for row in session.scalars(select(User)).all()]",
        "for row in rows: session.get(User, n)",
        "for row in rows: session.get(User, n.user_id)",
        "for row in rows:\n    n.total = row.total\n    session.get(User, n.user_id)",
        "for row in rows:\n    n[row.id] = 1\n    session.get(User, n[0])",
        "for row in rows:\n    pass\nelse:\n    session.get(User, row.id)",
        "for row in rows:\n    pass\nsession.get(User, row.id)",
        "for row in rows:\n    def f(): return session.get(User, row.id)",
        "for row in rows:\n    try: work(row)\n    except E: session.get(User, row.id)",
        "while rows:\n    row = rows.pop()\n    session.get(User, row.id)",
        "for row in rows:\n    if row.id not in cache:\n        cache[row.id] = session.get(User, row.id)",
        "for attempt in retrying():\n    with attempt: session.get(User, n)",
        "x = session.get(User, n)",
    ],
)
def test_a_query_is_asked_once_or_by_need(body: str) -> None:
    for query in module_of(HEAD + indented(body)).all(Query):
        assert query.repeating_loop is None


@pytest.mark.parametrize(
    ("text", "batched"),
    [
        ("session.query(User).filter(User.id.in_(row)).all()", True),
        ("session.query(User).offset(row).all()", True),
        ("User.objects.filter(id__in=row).first()", True),
        ("User.objects.filter(at__range=row).count()", True),
        ("User.objects.in_bulk(row)", True),
        ("session.get(User, row)", False),
        ("User.objects.get(id=row)", False),
    ],
)
def test_a_query_may_be_for_many_items(text: str, batched: bool) -> None:
    (query,) = module_of(HEAD + indented(f"for row in rows: {text}")).all(Query)
    assert query.is_batched is batched


def test_a_statement_that_was_built_before_may_be_for_many_items() -> None:
    body = "for row in rows:\n    wanted = select(User).where(User.id.in_(row))\n    session.scalars(wanted).all()"
    (query,) = module_of(HEAD + indented(body)).all(Query)
    assert query.is_batched


@pytest.mark.parametrize(
    ("body", "at_hand"),
    [
        ("for row in session.scalars(select(User)): session.get(User, row.id)", True),
        ("users = session.query(User).all()\nfor row in users: session.get(User, row.id)", True),
        ("users = session.query(User).all()\nfor row in rows: session.get(User, row.id)", True),
        ("users = session.query(User).filter(User.ok).all()\nfor row in rows: session.get(User, row.id)", False),
        ("orders = session.query(Order).all()\nfor row in orders: session.get(User, row.id)", False),
        ("for row in rows: session.get(User, row.id)", False),
    ],
)
def test_a_row_may_be_at_hand_already(body: str, at_hand: bool) -> None:
    module = module_of(HEAD + indented(body))
    query = module.all(Query)[-1]
    (loop,) = module.all(Loop)
    assert query.repeats_identity(loop) is at_hand


def test_only_task_code_is_looked_at() -> None:
    assert not module_of(HEAD.replace("@shared_task\n", "") + "    session.get(User, 1)\n").all(Query)


def test_an_awaited_query_stands_without_its_await() -> None:
    text = (
        "from celery import shared_task\nfrom app.repos import UserRepository\nasync def go(ids):\n"
        "    repo = UserRepository(db)\n    for key in ids:\n        await repo.find_by_id(key)\n"
        "@shared_task\ndef job(ids): run_async(go(ids))\n"
    )
    module = module_of(text)
    (query,) = module.all(Query)
    assert under(module, query) == "repo.find_by_id(key)"
    assert query.methods == ["find_by_id"]
    assert query.root is node_at(module, "repo")
    assert not module_of(text, Settings(repositories=("*Dao",))).all(Query)
