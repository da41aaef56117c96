"""The next task gets the session that the last one left in the registry, failed as it is; one removed it gets anew.

Flask-SQLAlchemy removes its own at the end of the application context.
"""

from importlib.util import find_spec
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, scoped_session, sessionmaker

from proofs import lab

app = lab.memory_app()
Session = scoped_session(sessionmaker())
flask: dict[str, Any] = {}
sessions: list[Any] = []


class Base(DeclarativeBase):
    pass


class Pallet(Base):
    __tablename__ = "pallet"
    id: Mapped[int] = mapped_column(primary_key=True)


@app.task
def store_twice(removes: bool) -> None:
    try:
        Session.add_all([Pallet(id=1), Pallet(id=1)])
        Session.commit()
    finally:
        if removes:
            Session.remove()


@app.task
def count() -> int:
    return int(Session.execute(text("SELECT count(*) FROM pallet")).scalar_one())


@app.task
def use_flask() -> None:
    with flask["app"].app_context():
        sessions.append(flask["db"].session())


def after(removes: bool) -> tuple[str, Any]:
    """What the next task comes to."""
    Session.remove()
    lab.outcome(store_twice.delay(removes))
    return lab.outcome(count.delay())


def set_up_flask() -> None:
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy

    flask["app"], flask["db"] = Flask("proof"), SQLAlchemy()
    flask["app"].config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    flask["db"].init_app(flask["app"])


def prove() -> None:
    engine = create_engine("sqlite:///depot.db")
    Session.configure(bind=engine)
    Base.metadata.create_all(engine)
    with lab.worker_thread(app):
        lab.claim("hazard: the next task", after(removes=False), ("FAILURE", "PendingRollbackError"))
        lab.claim("mended: the next task", after(removes=True), ("SUCCESS", 0))
        if find_spec("flask_sqlalchemy"):
            set_up_flask()
            for _ in range(2):
                lab.outcome(use_flask.delay())
            lab.claim("no hazard: Flask-SQLAlchemy's session is a new one", sessions[0] is not sessions[1], True)


if __name__ == "__main__":
    lab.main(prove)
