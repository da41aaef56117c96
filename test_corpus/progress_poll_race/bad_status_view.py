from celery import Celery

celery_app = Celery("exports", backend="redis://localhost/1")


def export_status(task_id: str) -> dict:
    task = celery_app.AsyncResult(task_id)
    if task.state == "PROGRESS":
        return {
            "state": task.state,
            "current": task.info.get("current", 0),  # expect CEL534: task.info.get("current", 0)
            "total": task.info.get("total", 1),
        }
    if task.state == "SUCCESS":
        return {"state": task.state, "result": task.result}
    return {"state": task.state}
