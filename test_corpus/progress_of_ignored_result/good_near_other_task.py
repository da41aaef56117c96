"""The progress belongs to another task, whose result is kept, and the setting is overridden."""

from celery import Celery, shared_task

from relay.runners import run_leg

app = Celery("relay")
app.conf.task_ignore_result = True


@shared_task(bind=True, ignore_result=True)
def leg(self, race_task: str, runner: str) -> None:
    run_leg(runner)
    self.update_state(task_id=race_task, state="PROGRESS", meta={"runner": runner})


@app.task(bind=True, ignore_result=False)
def race(self, runners: list[str]) -> None:
    self.update_state(state="PROGRESS", meta={"runners": runners})
    for runner in runners:
        leg.delay(self.request.id, runner)
