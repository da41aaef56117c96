from celery import Celery

app = Celery(
    "shipping",
    broker="amqp://shipping:Wq7-rope-lantern@rabbit.example.org:5672/shipping",  # expect CEL713: "amqp://shipping:Wq7-rope-lantern@rabbit.example.org:5672/shipping"
    backend="redis://:Wq7-rope-lantern@cache:6379/1",  # expect CEL713: "redis://:Wq7-rope-lantern@cache:6379/1"
)


@app.task
def track(parcel):
    print("tracking", parcel)
