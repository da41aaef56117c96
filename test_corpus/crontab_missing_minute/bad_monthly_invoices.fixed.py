from celery import Celery, schedules

app = Celery("billing")
app.conf.timezone = "Africa/Lagos"
app.conf.beat_schedule["monthly-invoices"] = {
    "task": "billing.write_invoices",
    "schedule": schedules.crontab(minute=0, hour=0, day_of_month=1),
    "kwargs": {"send": True},
}
