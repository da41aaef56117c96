# settings: queues = ["celery", "press-*"]
from celery import shared_task

from paper.celery import app
from paper.press import print_page
from paper.tasks import fold

NIGHT = "night"


@shared_task(bind=True, queue="presses")  # expect CEL520: queue="presses"
def print_paper(self, page: int) -> None:
    if not print_page(page):
        raise self.retry(queue=NIGHT)  # expect CEL520: queue=NIGHT


def evening(page: int) -> None:
    print_paper.apply_async((page,), queue="day")  # expect CEL520: queue="day"
    fold.s(page).set(queue="Celery").delay()  # expect CEL520: queue="Celery"
    app.send_task("paper.bundle", (page,), queue=NIGHT)  # expect CEL520: queue=NIGHT


app.conf.task_routes = {
    "paper.tasks.*": {"queue": "bundles"},  # expect CEL520: "bundles"
    "paper.press.*": "lead",  # expect CEL520: "lead"
}
app.conf.task_default_queue = "default"  # expect CEL520: "default"
