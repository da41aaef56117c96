broker_url = "redis://localhost"
