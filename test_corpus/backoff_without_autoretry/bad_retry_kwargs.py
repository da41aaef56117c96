from celery import Celery, Task

from webhooks.client import post

app = Celery("webhooks")


class SlowTask(Task):
    abstract = True
    soft_time_limit = 300


@app.task(base=SlowTask, retry_kwargs={"max_retries": 7, "countdown": 5})  # expect CEL206: retry_kwargs={"max_retries": 7, "countdown": 5}
def send_all(urls: list[str]) -> None:
    for url in urls:
        post(url, {"event": "all"})


@app.task(autoretry_for=(), dont_autoretry_for=(KeyError,))  # expect CEL206: dont_autoretry_for=(KeyError,)
def send_none(urls: list[str]) -> None:
    send_all(urls)
