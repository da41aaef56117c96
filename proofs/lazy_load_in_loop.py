"""A relationship that is read in a loop is loaded by a query a row; loaded with the rows it takes one or two in all."""

from importlib.util import find_spec
from typing import Any

from sqlalchemy import Engine, ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload

from proofs import lab

app = lab.memory_app()
statements: list[str] = []
ROWS = 5


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship(back_populates="order")


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    order: Mapped[Order] = relationship(back_populates="lines")


@event.listens_for(Engine, "before_cursor_execute")
def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
    statements.append(statement)


@app.task
def read(name: str, is_loaded: bool) -> int:
    """The statements that a loop over rows takes which reads a relationship of each."""
    model: Any = {"lines": Order, "order": Line}[name]
    statement = select(model)
    if is_loaded:
        statement = statement.options(selectinload(getattr(model, name)))
    statements.clear()
    with Session(create_engine("sqlite:///shop.db")) as session:
        for row in session.scalars(statement).all():
            getattr(row, name)
    return len(statements)


@app.task
def read_by_django(is_loaded: bool) -> int:
    from django.contrib.auth.models import Permission
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    rows = Permission.objects.order_by("pk")
    with CaptureQueriesContext(connection) as captured:
        for permission in rows.select_related("content_type") if is_loaded else rows:
            assert permission.content_type
    return len(captured)


def prove() -> None:
    engine = create_engine("sqlite:///shop.db")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(Order(lines=[Line(), Line()]) for _ in range(ROWS))
        session.commit()
    with lab.worker_thread(app):
        lab.claim("hazard: lines of orders", lab.outcome(read.delay("lines", False))[1], 1 + ROWS)
        lab.claim("hazard: orders of twice as many lines", lab.outcome(read.delay("order", False))[1], 1 + ROWS)
        lab.claim("mended: lines of orders", lab.outcome(read.delay("lines", True))[1], 2)
        lab.claim("mended: orders of lines", lab.outcome(read.delay("order", True))[1], 2)
        if find_spec("django"):
            prove_django()


def prove_django() -> None:
    from django import setup
    from django.conf import settings
    from django.core.management import call_command

    apps = ["django.contrib.contenttypes", "django.contrib.auth"]
    settings.configure(
        INSTALLED_APPS=apps,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "app.db"}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    )
    setup()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import Permission

    rows = Permission.objects.count()
    lab.claim("hazard: a foreign key of Django", lab.outcome(read_by_django.delay(False))[1] == 1 + rows, rows > 1)
    lab.claim("mended: select_related", lab.outcome(read_by_django.delay(True))[1], 1)


if __name__ == "__main__":
    lab.main(prove)
