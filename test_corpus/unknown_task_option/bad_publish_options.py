from celery import shared_task as task

from surveillance.uploads import upload_clip

HALF_A_MINUTE = 30


@task(autoretry_for=(OSError,), countdown=HALF_A_MINUTE)  # expect CEL105: countdown=HALF_A_MINUTE
def store_clip(camera: str, path: str) -> None:
    upload_clip(camera, path)


@task(
    autoretry_for=(OSError,),
    max_retries=5,
    interval_start=10,  # expect CEL105: interval_start=10
    interval_step=20,  # expect CEL105: interval_step=20
    retry_policy={"max_retries": 5, "interval_max": 60},  # expect CEL105: retry_policy={"max_retries": 5, ...
)
def store_still(camera: str, path: str) -> None:
    upload_clip(camera, path)
