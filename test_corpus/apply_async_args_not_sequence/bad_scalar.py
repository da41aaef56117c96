from celery import shared_task

from forest.celery import app
from forest.tasks import fell
from forest.trees import count, name_of

OAK = 7


@shared_task
def measure(tree: int) -> int:
    return count(tree)


def survey(tree: int, label: str) -> None:
    measure.apply_async(tree, countdown=10)  # expect CEL509: tree
    measure.apply_async(args=(OAK), queue="slow")  # expect CEL509: args=(OAK)
    fell.apply_async(args=f"{label}-{tree}")  # expect CEL509: args=f"{label}-{tree}"
    fell.apply_async((tree,), label)  # expect CEL509: label
    fell.apply_async(str(name_of(tree)))  # expect CEL509: str(name_of(tree))
    app.send_task("forest.plant", args="oak")  # expect CEL509: args="oak"
