from celery import shared_task

from forest.celery import app
from forest.tasks import fell
from forest.trees import count, name_of

OAK = 7


@shared_task
def measure(tree: int) -> int:
    return count(tree)


def survey(tree: int, label: str) -> None:
    measure.apply_async((tree,), countdown=10)
    measure.apply_async(args=(OAK,), queue="slow")
    fell.apply_async(args=(f"{label}-{tree}",))
    fell.apply_async((tree,), label)
    fell.apply_async((str(name_of(tree)),))
    app.send_task("forest.plant", args=("oak",))
