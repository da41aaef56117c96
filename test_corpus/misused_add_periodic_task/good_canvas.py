from celery import Celery, chain

app = Celery("pipeline", broker="redis://localhost")


@app.task
def extract(source=None):
    return [source]


@app.task
def load(rows):
    print(rows)


@app.task
def run_pipeline(source):
    chain(extract.s(source), load.s()).delay()


def schedule_pipeline(sender, **kwargs):
    sender.add_periodic_task(3600, run_pipeline.s("orders"))


app.on_after_finalize.connect(schedule_pipeline)
