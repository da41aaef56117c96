"""Pages without an order: once the database takes another way to the rows, some come twice and others never.

Here an index that is made between two pages changes the way; on PostgreSQL an update of a row is enough.
"""

from typing import Any

from sqlalchemy import Select, create_engine, delete, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()


class Base(DeclarativeBase):
    pass


class Reader(Base):
    __tablename__ = "reader"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="a" * 200)


def names_by_page(statement: Select[Any]) -> str:
    names = ""
    with SessionLocal() as session:
        session.execute(text("DROP INDEX IF EXISTS by_name"))
        for offset in (0, 2):
            names += "".join(session.scalars(statement.offset(offset).limit(2)))
            session.execute(text("CREATE INDEX IF NOT EXISTS by_name ON reader (name)"))
    return names


@app.task
def read_unordered() -> str:
    return names_by_page(select(Reader.name))


@app.task
def read_ordered() -> str:
    return names_by_page(select(Reader.name).order_by(Reader.id))


def prove() -> None:
    engine = create_engine("sqlite:///newsletter.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.create_all(engine)
    with SessionLocal.begin() as session:
        session.execute(delete(Reader))
        session.add_all([Reader(id=number, name=name) for number, name in enumerate("dcba")])
    with lab.worker_thread(app):
        lab.claim("hazard: twice and never", lab.outcome(read_unordered.delay()), ("SUCCESS", "dccd"))
        lab.claim("mended: ordered", lab.outcome(read_ordered.delay()), ("SUCCESS", "dcba"))


if __name__ == "__main__":
    lab.main(prove)
