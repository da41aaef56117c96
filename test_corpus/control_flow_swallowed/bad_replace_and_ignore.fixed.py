import contextlib

from celery import chain, shared_task
from celery import exceptions

from harvest.sites import is_paused, pages_of, store


@shared_task
def harvest_page(url: str) -> None:
    store(url)


@shared_task(bind=True)
def harvest_pages(self, url: str) -> str | None:
    try:
        if is_paused(url):
            raise exceptions.Ignore()
        raise self.replace(chain(harvest_page.si(page) for page in pages_of(url)))
    except exceptions.Ignore:
        raise
    except BaseException as error:
        return f"failed: {error}"


@shared_task(bind=True)
def harvest_first(self, url: str) -> None:
    with contextlib.suppress(Exception):
        self.replace(harvest_page.si(url))
