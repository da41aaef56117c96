"""A task that is sent before the commit finds no row, and runs although the transaction is rolled back.

In SQLAlchemy; and in Django, where that is installed, with `transaction.on_commit` as the cure.
"""

from functools import partial
from typing import Any

from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)


@app.task
def rows(order: int) -> int:
    """How many rows of that id the worker sees."""
    with SessionLocal() as session:
        return session.scalar(select(func.count()).where(Order.id == order)) or 0


@app.task
def django_rows(order: int) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM orders WHERE id = %s", [order])
        return int(cursor.fetchone()[0])


def seen(session: Session, order: int) -> Any:
    """Send the task now, and wait for what it sees."""
    session.add(Order(id=order))
    session.flush()
    return lab.outcome(rows.delay(order))


def prove_in_sqlalchemy() -> None:
    SessionLocal.configure(bind=create_engine("sqlite:///sqlalchemy.db"))
    with SessionLocal() as session:
        Base.metadata.create_all(session.get_bind())
        lab.claim("hazard: rows before the commit", seen(session, 1), ("SUCCESS", 0))
        session.commit()
        lab.claim("mended: rows after the commit", lab.outcome(rows.delay(1)), ("SUCCESS", 1))
    with SessionLocal() as session, session.begin():
        lab.claim("hazard: rows in session.begin()", seen(session, 2), ("SUCCESS", 0))
    with SessionLocal() as session:
        lab.claim("hazard: a task of what is rolled back runs", seen(session, 3), ("SUCCESS", 0))
        session.rollback()
        lab.claim("hazard: rows after that", lab.outcome(rows.delay(3)), ("SUCCESS", 0))


def prove_in_django() -> None:
    try:
        import django
        from django.conf import settings
        from django.db import connection, transaction
    except ImportError:
        return
    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "django.db"}})
    django.setup()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE orders (id integer)")

    sent: list[Any] = []

    def place(order: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO orders VALUES (%s)", [order])

    with transaction.atomic():
        place(1)
        lab.claim("hazard: rows in atomic()", lab.outcome(django_rows.delay(1)), ("SUCCESS", 0))
        transaction.on_commit(partial(lambda order: sent.append(django_rows.delay(order)), 1))
        lab.claim("mended: sent before the commit", sent, [])
    lab.claim("mended: rows in on_commit", lab.outcome(sent.pop()), ("SUCCESS", 1))
    try:
        with transaction.atomic():
            place(2)
            transaction.on_commit(lambda: sent.append(django_rows.delay(2)))
            raise ValueError
    except ValueError:
        lab.claim("mended: sent although rolled back", sent, [])


def prove() -> None:
    with lab.worker_thread(app):
        prove_in_sqlalchemy()
        prove_in_django()


if __name__ == "__main__":
    lab.main(prove)
