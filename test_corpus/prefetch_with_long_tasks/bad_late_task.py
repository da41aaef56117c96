from celery import Celery

app = Celery("post", broker="amqp://rabbit")


@app.task(acks_late=True)  # expect CEL714: acks_late=True
def deliver(letter):
    print("delivering", letter)
