from celery import Celery
from celery.schedules import crontab

app = Celery("reports", broker="redis://localhost")


@app.on_after_configure.connect
def schedule_reports(sender, **kwargs):
    sender.add_periodic_task(
        crontab(minute="5/10", hour="?"),  # expect CEL702: minute="5/10" # expect CEL702: hour="?"
        build_report.s("hourly"),
        name="hourly report",
    )
    sender.add_periodic_task(
        crontab(minute=0, hour=0, day_of_month="L"),  # expect CEL702: day_of_month="L"
        build_report.s("monthly"),
        name="monthly report",
    )
    sender.add_periodic_task(
        crontab(minute="0, */20"),  # expect CEL702: minute="0, */20"
        build_report.s("live"),
        name="live report",
    )


@app.task
def build_report(kind):
    print("building", kind)
