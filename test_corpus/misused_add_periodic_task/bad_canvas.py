from celery import Celery, chain, group

app = Celery("pipeline", broker="redis://localhost")


@app.task
def extract(source=None):
    return [source]


@app.task
def load(rows):
    print(rows)


def schedule_pipeline(sender, **kwargs):
    sender.add_periodic_task(3600, chain(extract.s("orders"), load.s()))  # expect CEL723: chain(extract.s("orders"), load.s())
    sender.add_periodic_task(3600, extract.s("stock") | load.s())  # expect CEL723: extract.s("stock") | load.s()
    sender.add_periodic_task(600, group(extract.s("a"), extract.s("b")))  # expect CEL723: group(extract.s("a"), extract.s("b"))


app.on_after_finalize.connect(schedule_pipeline)
