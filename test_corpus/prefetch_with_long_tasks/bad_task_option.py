from celery import Celery

app = Celery("census", broker="amqp://rabbit")
app.conf.worker_prefetch_multiplier = 4  # expect CEL714: 4


@app.task(soft_time_limit=3600)
def count_everybody(region):
    print("counting", region)
