"""Routes that cannot be seen whole: a function, names of another module, a pattern for all."""

from celery import Celery

from cards.routing import MORE_ROUTES

app = Celery("cards", broker="redis://localhost")
app.conf.task_routes = {"cards.tasks.imports.*": {"queue": "imports"}, **MORE_ROUTES}
app.conf.beat_schedule = {
    "rank-decks": {"task": "cards.tasks.decks.rank", "schedule": 3600},
}
