from celery import Celery

app = Celery("depot", broker="redis://localhost")


@app.task
def count_parcels():
    print("counting")


@app.task(name="depot.load")
def load_van(van):
    print("loading", van)


app.conf.task_routes = {
    "good_names_of_this_module.count_parcels": {"queue": "counting"},
    "depot.load*": {"queue": "vans"},
    "other.tasks.*": {"queue": "other"},
}
app.conf.task_annotations = {
    "depot.load": {"rate_limit": 1},
}
