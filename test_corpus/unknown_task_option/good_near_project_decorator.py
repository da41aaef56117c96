"""The decorators of this project have their own parameters; none reaches Celery by that name."""

from celery import Celery

from orchard.decorators import throttled
from orchard.trees import Tree

app = Celery("orchard")


def tree_task(retries: int, timeout: int):
    return app.task(max_retries=retries, time_limit=timeout)


@tree_task(retries=2, timeout=90)
def prune(tree_id: int) -> None:
    Tree(tree_id).prune()


@app.task(max_retries=2)
@throttled(timeout=5, retry_delay=1)
def harvest(tree_id: int) -> int:
    return Tree(tree_id).harvest()
