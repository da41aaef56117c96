from celery import Celery, current_task

from sculpture.scanner import scan_layers

app = Celery("sculpture", backend="redis://")
app.conf.update(task_ignore_result=True, task_track_started=True)


@app.task
def scan(statue: str) -> None:
    def report(layer: int) -> None:
        current_task.update_state(state="running", meta={"layer": layer})  # expect CEL817: current_task.update_state(state="running", meta={"layer": layer})

    scan_layers(statue, report)
