from celery import Task

from stocks.celery import app
from stocks.errors import FeedError
from stocks.feed import read_feed

RETRYABLE = FeedError


class ReadFeed(Task):
    name = "stocks.read_feed"
    autoretry_for = (FeedError,)

    def run(self, feed: str) -> int:
        return read_feed(feed)


@app.task(autoretry_for=(FeedError,), dont_autoretry_for=(KeyError,))
def read_all_feeds() -> int:
    return sum(read_feed(feed) for feed in ("dax", "cac"))


app.register_task(ReadFeed())
