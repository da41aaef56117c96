from celery import Celery

PACKAGES = (
    "harbour.*",  # expect CEL115: "harbour.*"
    ".cranes",  # expect CEL115: ".cranes"
)


def make_worker() -> Celery:
    worker = Celery("harbour")
    worker.autodiscover_tasks(PACKAGES, related_name="jobs")
    return worker
