from kombu import Queue

broker_url = "amqp://localhost"
task_queues = [Queue("celery"), Queue("stones")]
