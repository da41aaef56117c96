"""Everything that is sent here names a queue: by a route, an option or the call."""

from celery import Celery
from kombu import Queue

app = Celery("print", broker="redis://localhost")
app.conf.update(
    task_queues=[Queue("colour"), Queue("grey")],
    task_routes={"print.page_*": {"queue": "grey"}},
    beat_schedule={"clean": {"task": "print.page_clean", "schedule": 60}},
)


@app.task(name="print.page_text")
def page_text(text):
    print(text)


@app.task(name="print.photo", queue="colour")
def photo(image):
    print(image)


@app.task(name="print.poster")
def poster(image):
    print(image)


def print_all(text, image):
    page_text.delay(text)
    photo.delay(image)
    poster.apply_async((image,), queue="colour")
