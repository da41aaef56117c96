class Queue:
    broker_url = "amqp://localhost"
    task_routes = {
        "post.letters.frank": {"queue": "stamps"},
        "post.letters.seel": {"queue": "wax"},  # expect CEL706: "post.letters.seel"
    }
