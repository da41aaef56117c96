class Queue:
    broker_url = "amqp://localhost"
    task_routes = {
        "post.letters.frank": {"queue": "stamps"},
        "post.letters.seal": {"queue": "wax"},
    }
