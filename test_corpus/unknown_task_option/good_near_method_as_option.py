"""A hook given as an option becomes a method of the task."""

from celery import Celery

from printing.presses import start_press, stop_press

app = Celery("printing")


def stop_at_failure(self, exc, task_id, args, kwargs, einfo):
    stop_press(args[0])


@app.task(bind=True, on_failure=stop_at_failure, max_retries=0)
def print_edition(self, press: str, edition: str) -> int:
    return start_press(press, edition)
