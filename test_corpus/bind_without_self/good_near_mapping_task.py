"""The base class lets the task be read like a mapping."""

from celery import Celery, Task

from stock.feeds import fetch_feed

app = Celery("stock")


class Configured(Task):
    feeds = {"prices": "https://feeds.example.org/prices"}

    def __getitem__(self, name):
        return self.feeds[name]


@app.task(bind=True, base=Configured)
def refresh(feeds):
    fetch_feed(feeds["prices"])
