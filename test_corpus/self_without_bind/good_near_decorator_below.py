"""The decorator in between calls the function with an object of its own choosing."""

from celery import shared_task

from clinic.jobs import as_job
from clinic.reminders import remind


@shared_task(name="clinic.remind_patients")
@as_job("reminders")
def remind_patients(self, day: str) -> None:
    for appointment in self.appointments(day):
        remind(appointment)
