from celery.result import AsyncResult

UPLOADING = "UPLOADING"


def percent(task_id: str) -> int:
    result = AsyncResult(task_id)
    if result.ready():
        return 100
    elif result.status == UPLOADING:
        done = result.result["done"]  # expect CEL534: result.result["done"]
        return 100 * done // result.info["files"]
    return 0


def files(result: AsyncResult) -> int:
    return result.info["files"] if result.state == "UPLOADING" else 0  # expect CEL534: result.info["files"]
