from celery import Celery
from celery.schedules import crontab
from laundry.runners import run_async
from laundry.shirts import iron, wash

app = Celery("laundry")


@app.on_after_finalize.connect
def set_up(sender: Celery, **_: object) -> None:
    sender.add_periodic_task(crontab(minute="*/5"), wash_shirts.s())
    sender.add_periodic_task(30.0, wash_shirts.s(), name="wash again")
    sender.add_periodic_task(3600.0, iron_shirts.s(size="M"))


@app.task(bind=True, max_retries=2)
def wash_shirts(self) -> None:  # expect CEL117: def wash_shirts
    wash(asked_by=self.request.id)


@app.task(ignore_result=True)
def iron_shirts(size: str) -> None:  # expect CEL117: def iron_shirts
    run_async(_iron(size))


async def _iron(size: str) -> None:
    await iron(size)
