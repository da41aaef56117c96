"""The session is kept on the task object, and `after_return` closes it."""

from celery import Celery, Task

from gallery.db import SessionLocal
from gallery.models import Painting

app = Celery("gallery")


class SessionTask(Task):
    abstract = True
    session = None

    def before_start(self, task_id, args, kwargs):
        self.session = SessionLocal()

    def after_return(self, status, retval, task_id, args, kwargs, einfo):
        self.session.close()


@app.task(base=SessionTask, bind=True)
def painting_title(self, painting_id: int) -> str:
    return self.session.get_one(Painting, painting_id).title
