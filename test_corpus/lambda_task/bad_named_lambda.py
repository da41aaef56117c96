from celery import Celery, shared_task

from elevator.cabins import move

app = Celery("elevator")
to_ground = lambda cabin: move(cabin, 0)

call_down = app.task(name="elevator.down")(to_ground)  # expect CEL133: app.task(name="elevator.down")(to_ground)
call_up = shared_task(lambda cabin: move(cabin, 9))  # expect CEL133: shared_task(lambda cabin: move(cabin, 9))
