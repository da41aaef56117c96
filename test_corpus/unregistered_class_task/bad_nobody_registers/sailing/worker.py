from celery import Celery, Task
from sailing.sails import hoist

app = Celery("sailing", broker="redis://broker/0")


class Hoist(Task):
    name = "sailing.hoist"

    def run(self, sail: str) -> None:
        hoist(sail)


def set_out() -> None:
    Hoist().delay("main")  # expect CEL124: Hoist().delay("main")
