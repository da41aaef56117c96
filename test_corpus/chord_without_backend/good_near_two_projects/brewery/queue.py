broker_url = "amqp://localhost"
