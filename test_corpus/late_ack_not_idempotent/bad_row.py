from celery import Celery

from audit.database import SessionLocal
from audit.models import Visit
from audit.pages import publish

app = Celery("audit", broker="redis://localhost/0")
app.conf.task_acks_late = True


@app.task
def note_visit(page: str, visitor: str) -> None:
    with SessionLocal() as session:
        session.add(Visit(page=page, visitor=visitor))  # expect CEL218: session.add(Visit(page=page, visitor=visitor))
        session.commit()


@app.task(acks_late=False, autoretry_for=(ConnectionError,), retry_backoff=True)
def note_and_publish(page: str, visitor: str) -> None:
    with SessionLocal() as session:
        session.add(Visit(page=page, visitor=visitor))  # expect CEL218: session.add(Visit(page=page, visitor=visitor))
        session.commit()
    publish(page)
