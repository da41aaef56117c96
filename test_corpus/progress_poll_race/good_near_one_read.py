"""The meta is read once, or looked at before its keys are taken, or whatever else it is is caught."""

from celery.result import AsyncResult


def percent(task_id: str) -> int:
    result = AsyncResult(task_id)
    if result.state == "PROGRESS":
        info = result.info
        return info.get("percent", 0) if isinstance(info, dict) else 100
    return 100 if result.ready() else 0


def percent_of(result: AsyncResult) -> int:
    if result.state == "PROGRESS" and isinstance(result.info, dict):
        return result.info.get("percent", 0)
    return 0


def percent_or_nothing(result: AsyncResult) -> int:
    if result.state == "PROGRESS":
        try:
            return result.info["percent"]
        except (KeyError, TypeError):
            return 0
    return 0
