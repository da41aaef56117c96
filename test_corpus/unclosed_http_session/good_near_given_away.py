"""The session goes to another owner: returned, kept on an object, handed to a library's client or to a stack."""

from contextlib import ExitStack

import httpx
from celery import Celery, Task
from storefront import Shop

app = Celery("stock")


def open_client() -> httpx.Client:
    client = httpx.Client(base_url="https://stock.example")
    client.headers["Accept"] = "application/json"
    return client


class StockTask(Task):
    abstract = True

    def before_start(self, task_id, args, kwargs):
        self.client = httpx.Client(timeout=10)


@app.task(base=StockTask, bind=True)
def count(self, article: str) -> int:
    with open_client() as client, ExitStack() as stack:
        other = httpx.Client()
        stack.enter_context(other)
        shop = Shop(http_client=httpx.Client())
        extra = httpx.Client()
        bazaar = Shop(http_client=extra)
        return client.get(article).json() + shop.count(article) + bazaar.count(article) + other.get(article).json()
