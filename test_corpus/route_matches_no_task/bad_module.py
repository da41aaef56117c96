from celery import Celery

app = Celery("opera", broker="redis://localhost")


@app.task
def rehearse(act):
    print("rehearsing", act)


app.conf.task_routes = {
    "bad_module.bad_module": {"queue": "stage"},  # expect CEL706: "bad_module.bad_module"
}
