"""What is registered is sent: the object that was registered, under whatever name, or one whose class has a name."""

from celery import Task

from diving.celery import app
from diving.suits import dry, wash


class Wash(Task):
    name = "diving.wash"

    def run(self, suit: int) -> None:
        wash(suit)


class Dry(Task):
    def run(self, suit: int) -> None:
        dry(suit)


app.tasks.register(Wash())
dry_suit = Dry()
app.register_task(dry_suit)


def evening(suit: int) -> None:
    Wash().delay(suit)
    dry_suit.delay(suit)


class Fill(Task):
    def run(self, suit: int) -> None:
        wash(suit, with_sand=True)


Fill = app.register_task(Fill())


def joke(suit: int) -> None:
    Fill.delay(suit)
