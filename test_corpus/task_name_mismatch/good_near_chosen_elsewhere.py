"""Constants, enums and what is computed are names that the project chooses in one place; a class is named freely."""

from celery import Celery, Task

from rink.names import RinkTask
from rink.surface import polish

app = Celery("rink")
SWEEP = "rink-sweep"


@app.task(name=SWEEP)
def sweep() -> None:
    polish()


@app.task(name=RinkTask.FLOOD)
def flood() -> None:
    polish(water=True)


@app.task(name=f"{__name__}.polish_ice")
def polish_all() -> None:
    polish(everywhere=True)


class Resurface(Task):
    name = "rink.resurface"

    def run(self) -> None:
        polish(machine=True)


app.register_task(Resurface())
