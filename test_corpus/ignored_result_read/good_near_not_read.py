"""Nobody waits for the result of the task; what is waited for is another's."""

from celery import chain, shared_task


@shared_task(ignore_result=True)
def log(text: str) -> None:
    print(text)


@shared_task
def measure(text: str) -> int:
    return len(text)


def run(text: str) -> int:
    log.delay(text)
    options = {"log": log}
    options.get("log")
    return chain(measure.s(text), measure.s()).delay().get(timeout=5)
