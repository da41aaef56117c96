from celery import Celery

app = Celery("shop")
app.conf.broker_transport_options["visibility_timeout"] = 7200
app.conf.update(broker_transport_options={"polling_interval": 1})
