# settings: required-task-options = { "*.py" = ["time_limit"], "*/bad_two_*" = ["acks_late"], "other/*" = ["expires"] }
from celery import Celery, Task

from rapids.boats import launch

app = Celery("rapids")


class Patient(Task):
    time_limit = 60


@app.task(base=Patient)
def launch_boat(boat: int) -> None:  # expect CEL136: def launch_boat
    launch(boat)


class LaunchRaft(Patient):  # expect CEL136: class LaunchRaft
    def run(self, raft: int) -> None:
        launch(raft)


app.register_task(LaunchRaft())


def canoe(number: int) -> None:  # expect CEL136: def canoe
    launch(number)


launch_canoe = app.task(canoe, acks_late=True)


@app.task(name="rapids.land")
def land(boat: int) -> None:  # expect CEL136: def land
    launch(boat, ashore=True)
