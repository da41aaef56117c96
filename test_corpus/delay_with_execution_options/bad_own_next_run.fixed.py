from celery import shared_task

from catalogue.pages import PAGE_SIZE, read_page


@shared_task(bind=True, acks_late=True)
def crawl(self, shop: str, page: int = 1) -> int:
    products = read_page(shop, page)
    if len(products) == PAGE_SIZE:
        self.apply_async(args=(shop, page + 1), countdown=30)
    return len(products)


@shared_task
def crawl_all(shops: list[str]) -> None:
    for number, shop in enumerate(shops):
        crawl.apply_async(args=(shop,), task_id=f"crawl-{number}")
