class Paths:
    timezone = "cranes"


class Queue:
    broker_url = "amqp://localhost"
    accept_content = ["json"]
    task_serializer = "yaml"  # expect CEL709: "yaml"
