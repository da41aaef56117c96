"""Nothing is routed, or only another file knows."""

from celery import Celery

app = Celery("cards", broker="redis://localhost")
app.conf.beat_schedule = {
    "rank-decks": {"task": "cards.tasks.decks.rank", "schedule": 3600},
}


@app.task(name="cards.tasks.shuffle")
def shuffle():
    print("shuffled")
