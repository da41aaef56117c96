from contextlib import suppress

from celery import Task

from stock.celery import app
from stock.warehouse import Locked, recount


class Recount(Task):
    name = "stock.recount"

    def run(self, shelf: int) -> None:
        with suppress(Exception):
            self.count(shelf)
            try:
                recount(shelf)
            except Locked as error:
                raise self.retry(exc=error) from error  # expect CEL203: self.retry(exc=error)

    def count(self, shelf: int) -> None:
        self.update_state(state="PROGRESS", meta={"shelf": shelf})


app.register_task(Recount())
