"""The file that makes the app may use its decorator."""

from celery import Celery

from fountain.celery import app as other_app
from fountain.jets import start

app = Celery("fountain")


@app.task
def start_jets() -> None:
    start()


@other_app.task
def stop_jets() -> None:
    start(water=False)


def make_celery(name: str) -> Celery:
    made = Celery(name)

    @made.task
    def ping() -> str:
        return name

    return made
