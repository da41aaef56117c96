from celery import Celery

app = Celery("bakery", broker="redis://localhost/0")
app.autodiscover_tasks(["bakery/orders", "bakery.ovens"])  # expect CEL115: "bakery/orders"
