def tell(task, error):
    wait = 30 * 2**task.request.retries if task.retry_backoff else 30
    raise task.retry(exc=error, countdown=wait)
