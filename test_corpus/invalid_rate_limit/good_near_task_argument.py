"""`rate_limit` is an argument of the task here: it sets the speed of a download."""

from celery import shared_task

from mirrors.download import download


@shared_task
def mirror(url: str, rate_limit: str = "500k/s") -> None:
    download(url, rate_limit)


def mirror_all(urls: list[str]) -> None:
    for url in urls:
        mirror.delay(url, rate_limit="2M/s")
