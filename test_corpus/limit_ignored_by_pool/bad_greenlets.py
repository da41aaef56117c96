from celery import Celery

app = Celery("crawler", broker="redis://localhost")
app.conf.update(
    worker_pool="gevent",
    task_time_limit=600,
    task_soft_time_limit=500,  # expect CEL738: task_soft_time_limit
    worker_max_memory_per_child=200_000,  # expect CEL738: worker_max_memory_per_child
)


@app.task(soft_time_limit=100, time_limit=120)  # expect CEL738: soft_time_limit=100
def crawl(page):
    print("crawling", page)
