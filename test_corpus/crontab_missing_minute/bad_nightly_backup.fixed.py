from celery import Celery
from celery.schedules import crontab

app = Celery("backups")


@app.task
def back_up(database: str) -> None:
    print(f"pg_dump {database}")


@app.on_after_configure.connect
def set_up_periodic_tasks(sender, **kwargs) -> None:
    sender.add_periodic_task(crontab(minute=0, hour=3), back_up.s("orders"), name="nightly backup")
