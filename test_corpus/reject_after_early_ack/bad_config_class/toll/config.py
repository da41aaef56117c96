class Shared:
    broker_url = "amqp://localhost"


class QueueConfig(Shared):
    task_soft_time_limit = 60
