"""A page behind the end of a table is empty and no error: a loop that nothing ends reads one after the other."""

from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from proofs import lab

PATIENCE = 50
SessionLocal = sessionmaker()
app = lab.memory_app()


class Base(DeclarativeBase):
    pass


class Star(Base):
    __tablename__ = "star"
    id: Mapped[int] = mapped_column(primary_key=True)


class StillReadingError(Exception):
    """What the proof ends the loop by."""


@app.task
def read_pages(leaves: bool) -> int:
    offset = empty = 0
    with SessionLocal() as session:
        while True:
            stars = session.scalars(select(Star).order_by(Star.id).offset(offset).limit(2)).all()
            empty += not stars
            if not stars and leaves:
                return empty
            if empty == PATIENCE:
                raise StillReadingError
            offset += 2


def prove() -> None:
    engine = create_engine("sqlite:///stars.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.create_all(engine)
    with SessionLocal() as session:
        session.add_all(Star() for _ in range(5))
        session.commit()
    with lab.worker_thread(app):
        state, error = lab.outcome(read_pages.delay(leaves=False))
        lab.claim(
            "hazard: it still reads after fifty empty pages", (state, "StillReadingError" in error), ("FAILURE", True)
        )
        lab.claim("mended: it ends at the first", lab.outcome(read_pages.delay(leaves=True)), ("SUCCESS", 1))


if __name__ == "__main__":
    lab.main(prove)
