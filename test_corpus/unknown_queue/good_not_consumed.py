# settings: queues = ["celery", "press-*"]
from celery import shared_task

from paper.celery import app
from paper.press import print_page
from paper.tasks import fold

NIGHT = "press-night"


@shared_task(bind=True, queue="press-1")
def print_paper(self, page: int) -> None:
    if not print_page(page):
        raise self.retry(queue=NIGHT)


def evening(page: int) -> None:
    print_paper.apply_async((page,), queue="press-day")
    fold.s(page).set(queue="celery").delay()
    app.send_task("paper.bundle", (page,), queue=NIGHT)


app.conf.task_routes = {
    "paper.tasks.*": {"queue": "press-bundles"},
    "paper.press.*": "press-lead",
}
app.conf.task_default_queue = "celery"
