"""At run time the app is there: what a function asks of the current app is the project's. And `shared_task` does not
take what `shared=False` asks for."""

from celery import current_app, shared_task

from savanna.lions import feed


@shared_task
def feed_lion(lion: int) -> None:
    feed(lion)


def all_lions(lions: list[int]) -> None:
    for lion in lions:
        current_app.send_task("savanna.feed_lion", (lion,))


def register(name: str) -> None:
    @current_app.task(name=f"savanna.{name}")
    def feed_one(lion: int) -> None:
        feed(lion, keeper=name)


@current_app.task(shared=False)
def count_lions(pride: int) -> int:
    return pride
