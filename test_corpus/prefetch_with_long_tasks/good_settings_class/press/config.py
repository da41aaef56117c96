class Base:
    broker_url = "amqp://localhost"
    worker_prefetch_multiplier = 1


class Live(Base):
    task_acks_late = True
