"""These states are Celery's own and the last ones: what is read after them does not change."""

from celery.result import AsyncResult


def summary(task_id: str) -> dict:
    result = AsyncResult(task_id)
    if result.state == "SUCCESS":
        return {"rows": result.result["rows"], "state": result.info.get("state")}
    if result.state == "FAILURE":
        return {"error": str(result.info)}
    return {}
