"""Progress, and a function that tells callers how far a task is."""

from celery import Celery

from helpdesk.search import index_ticket

app = Celery("helpdesk", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.update(task_time_limit=3600, task_default_queue="search", worker_max_tasks_per_child=50, timezone="UTC")
app.conf.worker_prefetch_multiplier = 1


@app.task(bind=True)
def index_tickets(self, total: int) -> dict:
    """Index tickets one by one."""
    for number in range(total):
        self.update_state(
            state="PROGRESS",
            meta={"current": number, "total": total, "percent": int(number / total * 100)},
        )
        index_ticket(number)
    return {"status": "completed", "total": total}


def task_status(task_id: str) -> dict:
    """What a caller is told about a task."""
    result = app.AsyncResult(task_id)
    state, info = result.state, result.info
    if isinstance(info, dict):
        return {"state": state, "current": info.get("current", 0), "total": info.get("total", 1)}
    return {"state": state}
