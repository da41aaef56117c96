from celery import Celery

app = Celery("nests")
app.conf.beat_schedule = {
    "count-eggs": {"task": "nests.tasks.count_eggs", "schedule": 60.0},
    "count-chicks": {"task": "chicks", "schedule": 60.0},
}


@app.on_after_finalize.connect
def set_up(sender: Celery, **_: object) -> None:
    from nests.tasks import weigh_eggs

    sender.add_periodic_task(600.0, weigh_eggs.s())
