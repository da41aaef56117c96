from celery import Task

from backups.celery import app
from backups.volumes import VolumeLocked, copy_volume


class BackUpVolume(Task):
    name = "backups.back_up_volume"
    default_retry_delay = 600

    def run(self, volume: str) -> int:
        try:
            return copy_volume(volume)
        except VolumeLocked as error:
            return self.postpone(error)

    def postpone(self, error: VolumeLocked) -> int:
        raise self.retry(exc=error)


back_up_volume = app.register_task(BackUpVolume())
