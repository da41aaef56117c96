"""The decorators of this project bind every task they make."""

from functools import partial

from celery import Celery

from traffic.cameras import delete_snapshots, snapshot

app = Celery("traffic")
camera_task = partial(app.task, bind=True, acks_late=True)


def nightly_task(**options):
    return app.task(bind=True, ignore_result=True, **options)


@camera_task(name="traffic.take_picture")
def take_picture(self, camera_id: int) -> str:
    return snapshot(camera_id)


@nightly_task(name="traffic.delete_pictures")
def delete_pictures(self, older_than_days: int) -> None:
    delete_snapshots(older_than_days)
