"""Names that do not say how urgent something is, and a scale with one step only."""

from celery import Celery

app = Celery("clinic", broker="redis://localhost:6379/0")
app.conf.task_routes = {
    "clinic.tasks.highlights.*": {"queue": "wards", "priority": 2},
    "clinic.tasks.letters.*": {"queue": "wards", "priority": 1},
    "clinic.tasks.cleanup.*": {"queue": "wards", "priority": 0},
    "clinic.tasks.high_volume_batch.*": {"queue": "bulk", "priority": 2},
}


@app.task
def print_slowly(page):
    print(page)


def print_all(pages):
    for page in pages:
        print_slowly.apply_async((page,), priority=2)
