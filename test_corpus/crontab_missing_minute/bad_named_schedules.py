import celery.schedules

from observatory.celery import app

NIGHT = celery.schedules.crontab(hour="22-23,0-4")  # expect CEL701: celery.schedules.crontab(hour="22-23,0-4")
SUMMER = celery.schedules.crontab(month_of_year="6-8")  # expect CEL701: celery.schedules.crontab(month_of_year="6-8")


@app.on_after_finalize.connect
def plan_observations(sender, **kwargs) -> None:
    sender.add_periodic_task(NIGHT, sender.signature("observatory.expose", kwargs={"seconds": 300}))
    sender.add_periodic_task(SUMMER, sender.signature("observatory.count_meteors"))
