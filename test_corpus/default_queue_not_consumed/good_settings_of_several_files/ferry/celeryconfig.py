from kombu import Queue

broker_url = "redis://localhost:6379/0"
task_default_queue = "deck"
task_queues = (Queue("cargo"), Queue("bridge"), Queue("deck"))
