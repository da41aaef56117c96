broker_url = "redis://localhost"
worker_prefetch_multiplyer = 1  # expect CEL710: worker_prefetch_multiplyer
