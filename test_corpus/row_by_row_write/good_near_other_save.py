"""What is saved, created or updated is no row: a file, a client's object, a set."""

from celery import shared_task
from PIL import Image

from shop.search import index
from shop.storage import buckets


@shared_task
def shrink(paths: list[str]) -> None:
    seen: set[str] = set()
    for path in paths:
        image = Image.open(path)
        image.save(path)
        seen.update(path)
    for name in paths:
        buckets.create(name)
    for page in index.pages():
        page.delete()
