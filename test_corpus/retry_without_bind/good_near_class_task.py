"""In a task class, `self` is the task."""

from celery import Task

from passport.celery import app
from passport.registry import RegistryDown, look_up


class CheckPassport(Task):
    name = "passport.check"
    max_retries = 10

    def run(self, number: str) -> bool:
        try:
            return look_up(number, reference=self.request.id)
        except RegistryDown as error:
            raise self.retry(exc=error, countdown=self.pause())

    def pause(self) -> int:
        return 30 * (self.request.retries + 1)


check_passport = app.register_task(CheckPassport())
