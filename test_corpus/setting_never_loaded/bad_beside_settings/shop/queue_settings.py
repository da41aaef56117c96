broker_url = "redis://cache:6379/0"
task_create_missing_queues = False
