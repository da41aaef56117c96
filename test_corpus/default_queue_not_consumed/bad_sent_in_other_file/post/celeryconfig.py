from kombu import Queue

broker_url = "redis://localhost:6379/0"
task_queues = (Queue("letters"), Queue("parcels"))  # expect CEL727: task_queues
task_routes = {"post.tasks.deliver_parcel": {"queue": "parcels"}}
