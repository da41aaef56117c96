from celery import chain, shared_task, signature

from trains.boards import show
from trains.celery import app
from trains.tasks import announce


@shared_task(bind=True)
def update_board(self, train: int) -> None:
    if not show(train):
        self.retry(count_down=30)  # expect CEL529: count_down=30


def delayed(train: int, minutes: int) -> None:
    update_board.apply_async((train,), delay=minutes * 60)  # expect CEL529: delay=minutes * 60
    update_board.s(train).set(queu="boards").delay()  # expect CEL529: queu="boards"
    chain(update_board.si(train), announce.si(train)).apply_async(countdwon=30)  # expect CEL529: countdwon=30
    announce.apply_async(args=(train,), expire=600)  # expect CEL529: expire=600
    app.send_task("trains.log", (train,), queues="log", soft_timelimit=5)  # expect CEL529: queues="log" # expect CEL529: soft_timelimit=5
    signature("trains.log", (train,), routingkey="log").delay()  # expect CEL529: routingkey="log"
