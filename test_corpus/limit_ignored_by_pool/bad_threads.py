# settings: worker-pool = "threads"
from celery import Celery

app = Celery("crawler", broker="redis://localhost")
app.conf.task_time_limit = 600  # expect CEL738: task_time_limit
app.conf.worker_max_tasks_per_child = 100  # expect CEL738: worker_max_tasks_per_child


@app.task(time_limit=120, soft_time_limit=100)  # expect CEL738: time_limit=120 # expect CEL738: soft_time_limit=100
def crawl(page):
    print("crawling", page)


def crawl_quickly(page):
    crawl.apply_async((page,), time_limit=10)  # expect CEL738: time_limit=10
