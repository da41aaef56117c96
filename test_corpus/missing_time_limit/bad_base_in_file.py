from celery import Celery, Task

from bakery.flour import order_flour, weigh_flour

app = Celery("bakery")


class LimitedTask(Task):
    time_limit = 60


class NamedTask(Task):
    typing = False


@app.task(base=LimitedTask)
def weigh(sack: int) -> float:
    return weigh_flour(sack)


@app.task(base=NamedTask)
def order(sacks: int) -> None:  # expect CEL216: def order
    order_flour(sacks)
