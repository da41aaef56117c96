"""A loop over a query has every row in memory from its first turn on, with `.all()` and without; `yield_per` a few."""

import gc
from importlib.util import find_spec
from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from proofs import lab

app = lab.memory_app()
ROWS = 500
BATCH = 10


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "shop_order"
    id: Mapped[int] = mapped_column(primary_key=True)


def alive() -> int:
    return sum(isinstance(each, Order) for each in gc.get_objects())


@app.task
def most_alive(kind: str) -> int:
    """The most rows that are objects at once."""
    most = 0
    with Session(create_engine("sqlite:///shop.db")) as session:
        statement = select(Order)
        rows: Any = session.scalars(statement)
        if kind == "all":
            rows = rows.all()
        elif kind == "yield_per":
            rows = session.scalars(statement.execution_options(yield_per=BATCH))
        for number, _ in enumerate(rows):
            if number % (ROWS // 5) == 0:
                most = max(most, alive())
    return most


@app.task
def kept_by_queryset(is_iterator: bool) -> int:
    """How many rows a Django queryset keeps when a loop has gone through it."""
    from django.contrib.contenttypes.models import ContentType

    rows = ContentType.objects.all()
    for _ in rows.iterator() if is_iterator else rows:
        pass
    return len(rows._result_cache or ())


def prove() -> None:
    engine = create_engine("sqlite:///shop.db")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(Order(id=number) for number in range(ROWS))
        session.commit()
    with lab.worker_thread(app):
        lab.claim("hazard: .all()", lab.outcome(most_alive.delay("all"))[1] >= ROWS, True)
        lab.claim("hazard: without .all()", lab.outcome(most_alive.delay("none"))[1] >= ROWS, True)
        lab.claim("mended: yield_per", lab.outcome(most_alive.delay("yield_per"))[1] <= 2 * BATCH, True)
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
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.all().delete()
    ContentType.objects.bulk_create(ContentType(app_label="shop", model=f"model{number}") for number in range(5))
    lab.claim("hazard: a queryset keeps its rows", lab.outcome(kept_by_queryset.delay(False))[1], 5)
    lab.claim("mended: an iterator keeps none", lab.outcome(kept_by_queryset.delay(True))[1], 0)


if __name__ == "__main__":
    lab.main(prove)
