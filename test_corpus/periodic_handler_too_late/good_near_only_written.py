"""Setting something, `update` and what functions do later read nothing before the handler is connected."""

from celery import Celery

app = Celery("ferry", broker="redis://localhost")
app.conf.timezone = "UTC"
app.conf["enable_utc"] = True
app.conf.update(task_acks_late=True, beat_schedule={"load": {"task": "ferry.load", "schedule": 60}})
show = lambda: app.conf.broker_url  # noqa: E731


def log_broker():
    print(app.conf.broker_url)


if __name__ == "__main__":
    print(app.conf.broker_url)


@app.on_after_configure.connect
def schedule_ferries(sender, **kwargs):
    sender.add_periodic_task(60, depart.s())


@app.task
def depart():
    print(app.conf.timezone)


print(app.conf.timezone)
