import celery.schedules

from observatory.celery import app

NIGHT = celery.schedules.crontab(minute=0, hour="22-23,0-4")
SUMMER = celery.schedules.crontab(minute=0, hour=0, month_of_year="6-8")


@app.on_after_finalize.connect
def plan_observations(sender, **kwargs) -> None:
    sender.add_periodic_task(NIGHT, sender.signature("observatory.expose", kwargs={"seconds": 300}))
    sender.add_periodic_task(SUMMER, sender.signature("observatory.count_meteors"))
