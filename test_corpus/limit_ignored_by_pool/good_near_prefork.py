# settings: worker-pool = "prefork"
"""A pool that keeps all of them."""

from celery import Celery

app = Celery("crawler", broker="redis://localhost")
app.conf.task_soft_time_limit = 500
app.conf.worker_max_tasks_per_child = 100


@app.task(time_limit=120, soft_time_limit=100)
def crawl(page):
    print("crawling", page)
