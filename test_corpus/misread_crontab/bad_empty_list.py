from celery import Celery
from celery.schedules import crontab

app = Celery("museum", broker="redis://localhost")


@app.on_after_configure.connect
def schedule_tours(sender, **kwargs):
    sender.add_periodic_task(
        crontab(minute=0, hour=10, day_of_week=[]),  # expect CEL733: day_of_week=[]
        announce_tour.s(),
    )


@app.task
def announce_tour():
    print("the tour begins")
