from functools import wraps

from celery import Celery

app = Celery("orchard")


def counted(function):
    @wraps(function)
    def count(*args, **kwargs):
        return function(*args, **kwargs)

    return count


@app.task
def prune_tree(tree: int) -> int:  # expect CEL106: def prune_tree
    return tree


@app.task(
    max_retries=3,  # it is a small tree
)
@counted
def prune_bush(bush: int) -> int:  # expect CEL106: def prune_bush
    return bush


def hedge_task(length: int) -> object:
    @app.task
    def prune_hedge() -> int:  # expect CEL106: def prune_hedge
        return length

    return prune_hedge
