"""Every task of this app is built on a class of the project, which may well await."""

from celery import Celery

from feeds.reader import read_feed

app = Celery("feeds", broker="redis://localhost/1", task_cls="feeds.aio:CoroutineTask")


@app.task(name="feeds.poll")
async def poll(feed_url: str) -> int:
    entries = await read_feed(feed_url)
    return len(entries)
