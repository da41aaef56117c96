broker_url = "amqp://localhost"
result_backend = "redis://localhost"
