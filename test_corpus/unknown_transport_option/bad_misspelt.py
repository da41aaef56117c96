from celery import Celery

app = Celery("shop", broker="redis://cache:6379/0")
app.conf.broker_transport_options = {
    "visibility_timout": 7200,  # expect CEL729: "visibility_timout"
    "max_retries": 3,
}
