from celery import Celery

from stock.suppliers import SupplierError, reorder

app = Celery("stock")
RETRIED = (SupplierError, Exception)


@app.task(autoretry_for=RETRIED, retry_kwargs={"max_retries": 3})  # expect CEL207: autoretry_for=RETRIED
def reorder_article(article: str) -> None:
    reorder(article)


@app.task(
    bind=True,
    autoretry_for=[BaseException],  # expect CEL207: autoretry_for=[BaseException]
    dont_autoretry_for=(),
)
def reorder_all(self, articles: list[str]) -> None:
    for article in articles:
        reorder(article)
