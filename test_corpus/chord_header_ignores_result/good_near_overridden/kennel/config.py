class Queue:
    broker_url = "amqp://localhost"
    task_ignore_result = True
    result_backend = "db+postgresql://localhost/results"


class Live(Queue):
    task_ignore_result = False
