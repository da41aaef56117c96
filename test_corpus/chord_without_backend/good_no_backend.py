from celery import Celery, chord, group

from meadow.flowers import bind_wreath, pick_flower

app = Celery("meadow", broker="amqp://guest@localhost//", backend="redis://localhost/1")
app.conf.task_acks_late = True


@app.task
def pick(flower: str) -> str:
    return pick_flower(flower)


@app.task
def bind(flowers: list[str]) -> None:
    bind_wreath(flowers)


def make_wreath(flowers: list[str]) -> None:
    chord([pick.s(flower) for flower in flowers])(bind.s())
    (group(pick.s(flower) for flower in flowers) | bind.s()).delay()
