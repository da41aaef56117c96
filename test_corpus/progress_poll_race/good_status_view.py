from celery import Celery

celery_app = Celery("exports", backend="redis://localhost/1")


def export_status(task_id: str) -> dict:
    task = celery_app.AsyncResult(task_id)
    info = task.info
    if task.state == "PROGRESS" and isinstance(info, dict):
        return {"state": "PROGRESS", "current": info.get("current", 0), "total": info.get("total", 1)}
    if task.state == "SUCCESS":
        return {"state": task.state, "result": task.result}
    return {"state": task.state}
