class Queue:
    broker_url = "amqp://localhost"
    task_ignore_result = True


class Live(Queue):
    result_backend = "db+postgresql://localhost/results"
