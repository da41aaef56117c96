from celery import shared_task
from celery.exceptions import (
    Ignore,  # for sites that are gone
    TimeoutError,
)

from crawler.sites import SiteGone, crawl, pages_of


@shared_task(bind=True, soft_time_limit=120)
def crawl_site(self, url: str) -> int:
    crawled = 0
    for page in pages_of(url):
        try: crawled += crawl(page)
        except SiteGone: raise Ignore() from None
        except (TimeoutError, Exception): self.log(page)  # expect CEL213: except (TimeoutError, Exception)
    return crawled
