from celery import Celery, signals

app = Celery("shop", broker="redis://localhost")
app.conf.worker_pool = "gevent"


@signals.worker_process_init.connect(weak=False)
def open_connections(sender=None, **kwargs):  # expect CEL728: def open_connections
    print("opening for", sender)
