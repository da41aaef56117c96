import celery

from riding.celery import app
from riding.horses import saddle


class Saddle(celery.Task):
    name = "riding.saddle"

    def run(self, horse: int) -> None:
        saddle(horse)


app.register_task(Saddle())


def morning(horses: list[int]) -> None:
    for horse in horses:
        Saddle.delay(horse)  # expect CEL124: Saddle.delay(horse)
    Saddle.apply_async((horses[0],), countdown=60)  # expect CEL124: Saddle.apply_async((horses[0],), countdown=60)
    (Saddle.s(horses[0]) | Saddle.s(horses[1])).delay()  # expect CEL124: Saddle.s(horses[0]) # expect CEL124: Saddle.s(horses[1])
