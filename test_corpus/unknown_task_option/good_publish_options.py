from celery import shared_task as task

from surveillance.uploads import upload_clip

HALF_A_MINUTE = 30


@task(autoretry_for=(OSError,))
def store_clip(camera: str, path: str) -> None:
    upload_clip(camera, path)


@task(autoretry_for=(OSError,), max_retries=5, retry_backoff=10, retry_backoff_max=60)
def store_still(camera: str, path: str) -> None:
    upload_clip(camera, path)


def store_later(camera: str, path: str) -> None:
    store_clip.apply_async(args=[camera, path], countdown=HALF_A_MINUTE)
