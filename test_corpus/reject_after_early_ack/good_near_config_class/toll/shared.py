class Shared:
    broker_url = "amqp://localhost"
    task_acks_late = True
