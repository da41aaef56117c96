"""Another pool on some machines only."""

import sys

from celery import Celery

app = Celery("crawler", broker="redis://localhost")
app.conf.task_time_limit = 600
app.conf.worker_max_tasks_per_child = None if sys.platform == "win32" else 100
if sys.platform == "win32":
    app.conf.worker_pool = "threads"


@app.task(soft_time_limit=100)
def crawl(page):
    print("crawling", page)
