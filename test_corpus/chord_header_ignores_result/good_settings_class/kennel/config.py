class Queue:
    broker_url = "amqp://localhost"


class Live(Queue):
    result_backend = "db+postgresql://localhost/results"
