broker_url = "amqp://localhost"
task_soft_time_limit = 300
