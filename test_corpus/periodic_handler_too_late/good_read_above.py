from celery import Celery
from celery.schedules import crontab

app = Celery("post", broker="redis://localhost")
app.config_from_object("post.celeryconfig")

print("broker:", app.conf.broker_url)


@app.task
def sort_letters():
    print("sorting")


@app.on_after_finalize.connect
def schedule_sorting(sender, **kwargs):
    sender.add_periodic_task(crontab(minute=0), sort_letters.s())
