broker_url = "redis://localhost"
worker_prefetch_multiplier = 1
