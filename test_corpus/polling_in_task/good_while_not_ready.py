from celery import chain, shared_task

from video.tasks import encode


@shared_task
def announce(path: str) -> str:
    return path


@shared_task
def publish(path: str) -> None:
    chain(encode.s(path), announce.s()).delay()
