"""An insert in a loop sends a statement a row; with a list of rows, or by Django's `bulk_create`, one is sent."""

from importlib.util import find_spec
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from proofs import lab

app = lab.memory_app()
statements: list[str] = []
ROWS = [{"id": number, "cents": number} for number in range(50)]


class Base(DeclarativeBase):
    pass


class Price(Base):
    __tablename__ = "price"
    id: Mapped[int] = mapped_column(primary_key=True)
    cents: Mapped[int]


@event.listens_for(Engine, "before_cursor_execute")
def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
    statements.append(statement)


@app.task
def write(kind: str) -> None:
    with Session(create_engine("sqlite:///shop.db")) as session:
        if kind == "row by row":
            for row in ROWS:
                session.execute(insert(Price).values(**row))
        elif kind == "added":
            for row in ROWS:
                session.add(Price(**row))
        elif kind == "updated":
            session.execute(update(Price), ROWS)
        else:
            session.execute(insert(Price), ROWS)
        session.commit()


def sent(kind: str) -> int:
    """The statements that a run sends."""
    with Session(create_engine("sqlite:///shop.db")) as session:
        if kind != "updated":
            session.query(Price).delete()
        session.commit()
    statements.clear()
    lab.outcome(write.delay(kind))
    return len(statements)


@app.task
def write_by_django(is_bulk: bool) -> int:
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    rows = [{"app_label": f"shop{is_bulk}", "model": f"model{number}"} for number in range(10)]
    with CaptureQueriesContext(connection) as captured:
        if is_bulk:
            ContentType.objects.bulk_create(ContentType(**row) for row in rows)
        else:
            for row in rows:
                ContentType.objects.create(**row)
    return sum(query["sql"].startswith("INSERT") for query in captured.captured_queries)


def prove() -> None:
    Base.metadata.create_all(create_engine("sqlite:///shop.db"))
    with lab.worker_thread(app):
        lab.claim("hazard: row by row", sent("row by row"), len(ROWS))
        lab.claim("mended: a list of rows", sent("at once"), 1)
        lab.claim("mended: an update with a list of rows", sent("updated"), 1)
        lab.claim("fine: added to the session", sent("added"), 1)
        if find_spec("django"):
            prove_django()


def prove_django() -> None:
    from django import setup
    from django.conf import settings
    from django.core.management import call_command

    apps = ["django.contrib.contenttypes"]
    settings.configure(
        INSTALLED_APPS=apps, DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "app.db"}}
    )
    setup()
    call_command("migrate", verbosity=0)
    lab.claim("hazard: Django's create", lab.outcome(write_by_django.delay(False))[1], 10)
    lab.claim("mended: Django's bulk_create", lab.outcome(write_by_django.delay(True))[1], 1)


if __name__ == "__main__":
    lab.main(prove)
