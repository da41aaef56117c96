from celery import Celery, Task

from observatory.archive import ArchiveError, store_picture, thumbnail

app = Celery("observatory")


class Persistent(Task):
    max_retries = None  # expect CEL208: None
    autoretry_for = (ArchiveError,)
    retry_backoff = True


@app.task(base=Persistent)
def store(path: str) -> None:
    store_picture(path)


@app.task(
    autoretry_for=(ArchiveError,),
    max_retries=None,  # expect CEL208: max_retries=None
    retry_kwargs={"countdown": 60},
)
def make_thumbnail(path: str) -> None:
    thumbnail(path)
