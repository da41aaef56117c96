from celery import shared_task

from catalogue.pages import PAGE_SIZE, read_page


@shared_task(bind=True, acks_late=True)
def crawl(self, shop: str, page: int = 1) -> int:
    products = read_page(shop, page)
    if len(products) == PAGE_SIZE:
        self.delay(shop, page + 1, countdown=30)  # expect CEL501: countdown=30
    return len(products)


@shared_task
def crawl_all(shops: list[str]) -> None:
    for number, shop in enumerate(shops):
        crawl.delay(shop, task_id=f"crawl-{number}")  # expect CEL501: task_id=f"crawl-{number}"
