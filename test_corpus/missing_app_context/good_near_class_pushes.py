"""The class of every task pushes the context."""

from celery import Celery, Task
from flask import Flask

from shop.extensions import db
from shop.models import Item

app = Flask(__name__)


class ContextTask(Task):
    def __call__(self, *args, **kwargs):
        with app.app_context():
            return self.run(*args, **kwargs)


celery = Celery(app.name, task_cls=ContextTask)


@celery.task
def restock(item_id: int) -> None:
    db.session.get(Item, item_id).restock()
    db.session.commit()
