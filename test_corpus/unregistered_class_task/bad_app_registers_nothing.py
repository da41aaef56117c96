from celery import Celery, Task

from sailing.sails import hoist, reef

app = Celery("sailing", broker="redis://broker/0")


class Hoist(Task):
    name = "sailing.hoist"

    def run(self, sail: str) -> None:
        hoist(sail)


class Reef(Task):
    def run(self, sail: str) -> None:
        reef(sail)


hoist_sail = Hoist()


def set_out() -> None:
    hoist_sail.delay("main")  # expect CEL124: hoist_sail.delay("main")
    reef_sail = Reef()
    reef_sail.delay("jib")  # expect CEL124: reef_sail.delay("jib")
