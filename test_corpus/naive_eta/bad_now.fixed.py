from datetime import datetime, timedelta, timezone

from celery import Celery

from dentist.reminders import write_reminder

app = Celery("dentist")
app.conf.timezone = "Asia/Tokyo"


@app.task
def remind(patient: int) -> None:
    write_reminder(patient)


def appointment_made(patient: int) -> None:
    remind.apply_async((patient,), eta=datetime.now(timezone.utc) + timedelta(days=1))
    tonight = datetime.now().replace(hour=20, minute=0)
    remind.apply_async(args=(patient,), eta=tonight, expires=tonight + timedelta(hours=1))
