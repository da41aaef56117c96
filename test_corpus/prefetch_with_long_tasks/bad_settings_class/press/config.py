class Base:
    broker_url = "amqp://localhost"


class Live(Base):
    task_acks_late = True  # expect CEL714: task_acks_late
