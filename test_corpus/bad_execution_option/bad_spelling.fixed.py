from celery import chain, shared_task, signature

from trains.boards import show
from trains.celery import app
from trains.tasks import announce


@shared_task(bind=True)
def update_board(self, train: int) -> None:
    if not show(train):
        self.retry(countdown=30)


def delayed(train: int, minutes: int) -> None:
    update_board.apply_async((train,), countdown=minutes * 60)
    update_board.s(train).set(queue="boards").delay()
    chain(update_board.si(train), announce.si(train)).apply_async(countdown=30)
    announce.apply_async(args=(train,), expires=600)
    app.send_task("trains.log", (train,), queue="log", soft_time_limit=5)
    signature("trains.log", (train,), routing_key="log").delay()
