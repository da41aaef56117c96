broker_url = "amqp://localhost"
task_ignore_result = True
