"""A class that is the base of tasks is not sent itself."""

from celery import Task, shared_task

from golf.greens import mow


class Patient(Task):
    abstract = True
    max_retries = 9

    def retry_later(self) -> None:
        self.apply_async(countdown=600)


@shared_task(base=Patient, bind=True)
def mow_green(self, green: int) -> None:
    mow(green)


def spring() -> None:
    mow_green.delay(1)
