broker_url = "redis://localhost"
broker_urls = ["redis://localhost", "redis://reserve"]
