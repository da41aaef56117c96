from celery import Celery

app = Celery("shop")
app.conf.broker_transport_options["visibilty_timeout"] = 7200  # expect CEL729: "visibilty_timeout"
app.conf.update(broker_transport_options={"polling_intervall": 1})  # expect CEL729: "polling_intervall"
