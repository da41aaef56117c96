broker_url = "amqp://localhost"
worker_pool = "threads"
