from celery import Celery

app = Celery("tram", broker="redis://localhost")
app.conf.beat_schedule["wash"] = {"task": "tram.wash", "schedule": 86400}


@app.task(name="tram.wash")
def wash():
    print("washing")


def schedule_repairs(sender, **kwargs):
    sender.add_periodic_task(3600, wash.s())


app.on_after_configure.connect(schedule_repairs)  # expect CEL737: app.on_after_configure
