"""The commit in the handler of a failed commit fails as well: nothing is recorded, and the first error is hidden."""

from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from proofs import lab

app = lab.memory_app()
SessionLocal = sessionmaker()


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = "job"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]
    output: Mapped[str | None] = mapped_column(unique=True)


@app.task
def record_the_failure() -> str:
    with SessionLocal() as session:
        job = session.get_one(Job, 2)
        try:
            job.output, job.status = "film.mp4", "done"  # the output of another job already
            session.commit()
            return "done"
        except Exception:
            job.status = "failed"
            session.commit()
            return "recorded"


@app.task
def roll_back_and_record_the_failure() -> str:
    with SessionLocal() as session:
        job = session.get_one(Job, 2)
        try:
            job.output, job.status = "film.mp4", "done"
            session.commit()
            return "done"
        except Exception:
            session.rollback()
            job.status = "failed"
            session.commit()
            return "recorded"


def run(task: Any) -> tuple[str, str]:
    """What a task returned or raised, and the status that it left."""
    _, value = lab.outcome(task.delay())
    with SessionLocal() as session:
        return value, session.scalars(select(Job.status).where(Job.id == 2)).one()


def prove() -> None:
    engine = create_engine("sqlite:///jobs.db")
    SessionLocal.configure(bind=engine)
    Base.metadata.create_all(engine)
    with SessionLocal.begin() as session:
        session.add_all([Job(id=1, status="done", output="film.mp4"), Job(id=2, status="running")])
    with lab.worker_thread(app):
        lab.claim("hazard: the failure is not recorded", run(record_the_failure), ("PendingRollbackError", "running"))
        lab.claim("mended: rolled back first", run(roll_back_and_record_the_failure), ("recorded", "failed"))


if __name__ == "__main__":
    lab.main(prove)
