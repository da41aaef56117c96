from celery import Task, shared_task


class Quiet(Task):
    ignore_result = True


@shared_task(base=Quiet)
def rebuild(index: str) -> str:
    return index


def wait_for(task_id: str) -> str:
    result = rebuild.AsyncResult(task_id)
    return result.get(timeout=60)  # expect CEL521: result.get(timeout=60)
