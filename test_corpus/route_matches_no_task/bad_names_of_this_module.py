from celery import Celery

app = Celery("depot", broker="redis://localhost")


@app.task
def count_parcels():
    print("counting")


@app.task(name="depot.load")
def load_van(van):
    print("loading", van)


app.conf.task_routes = {
    "bad_names_of_this_module.count_parcel": {"queue": "counting"},  # expect CEL706: "bad_names_of_this_module.count_parcel"
    "bad_names_of_this_module.bad_names_of_this_module.load_*": {"queue": "vans"},  # expect CEL706: "bad_names_of_this_module.bad_names_of_this_module.load_*"
    "other.tasks.*": {"queue": "other"},
}
app.conf.task_annotations = {
    "bad_names_of_this_module.load_van": {"rate_limit": 1},  # expect CEL706: "bad_names_of_this_module.load_van"
}
