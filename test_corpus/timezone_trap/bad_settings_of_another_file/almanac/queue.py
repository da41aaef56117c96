broker_url = "amqp://localhost"
worker_concurrency = 4
