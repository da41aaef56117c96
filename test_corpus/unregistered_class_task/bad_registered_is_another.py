from celery import Celery

from rowing.boats import launch

app = Celery("rowing")


class Launch(app.Task):
    def run(self, boat: int) -> None:
        launch(boat)


app.register_task(Launch())


def launch_all(boats: list[int]) -> None:
    for boat in boats:
        Launch().apply_async((boat,))  # expect CEL124: Launch().apply_async((boat,))
