from celery import Celery

app = Celery("crawler", broker="redis://localhost")
app.conf.update(
    worker_pool="gevent",
    task_time_limit=600,
)


@app.task(time_limit=120)
def crawl(page):
    print("crawling", page)
