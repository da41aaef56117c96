from celery import Celery

app = Celery("cellar", broker="amqp://localhost", backend="redis://localhost")
