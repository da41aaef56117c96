from celery import Celery
from celery.schedules import crontab

app = Celery("cards", broker="redis://localhost")
app.conf.update(
    timezone="UTC",
    task_routes={
        "cards.tasks.imports.*": {"queue": "imports"},
        "cards.tasks.prices.refresh": {"queue": "analytics"},
        "cards.tasks.decks.*": {"queue": "analytics"},
    },
)
app.conf.beat_schedule = {
    "import-sets": {"task": "cards.tasks.imports.sets", "schedule": crontab(minute="*/15")},
    "refresh-prices": {"task": "cards.tasks.prices.refresh", "schedule": crontab(minute=0, hour="*/4")},
    "rank-decks": {
        "task": "cards.tasks.decks.rank",
        "schedule": crontab(minute=0, hour=3),
        "kwargs": {"batch_size": 1000},
    },
}


@app.task(bind=True, name="cards.tasks.decks.rank")
def rank_decks(self, batch_size):
    print("ranking", batch_size, "decks")
