broker_url = "redis://cache:6379/0"
worker_concurrency = 8
