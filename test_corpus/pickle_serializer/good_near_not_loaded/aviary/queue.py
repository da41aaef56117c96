broker_url = "redis://cache:6379/0"
