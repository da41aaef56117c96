# settings: worker-pool = "solo"
from celery import Celery, Task


class Patient(Task):
    soft_time_limit = 30  # expect CEL738: 30


app = Celery("crawler", broker="redis://localhost")


@app.task(base=Patient)
def crawl(page):
    print("crawling", page)
