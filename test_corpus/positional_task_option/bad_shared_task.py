from celery import shared_task

from crawler.pages import fetch

FETCH_PAGE = "crawler.fetch_page"


@shared_task("crawler.fetch_site", bind=True)  # expect CEL126: "crawler.fetch_site"
def fetch_site(self, site: str) -> None:
    fetch(site, depth=3)


@shared_task(FETCH_PAGE)  # expect CEL126: FETCH_PAGE
def fetch_page(url: str) -> None:
    fetch(url, depth=0)
