from kombu import Queue

broker_url = "amqp://localhost"
task_create_missing_queues = False
task_queues = [Queue("celery"), Queue("stones")]
