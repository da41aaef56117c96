from celery import Celery

app = Celery("shop", broker="redis://cache:6379/0")
app.conf.broker_transport_options = {
    "visibility_timeout": 7200,
    "max_retries": 3,
}
