from celery import Celery
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from blog.models import Tag

app = Celery("blog")
engine = create_engine("postgresql+psycopg://localhost/blog")


@app.task
def create_tags(names: list[str]) -> int:
    duplicates = 0
    with Session(engine) as session:
        for name in names:
            try:
                session.add(Tag(name=name))
                session.commit()
            except IntegrityError:
                session.rollback()
                duplicates += 1
                continue
    return duplicates
