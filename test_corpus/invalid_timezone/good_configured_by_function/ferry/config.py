broker_url = "redis://localhost"
timezone = "Europe/Athens"
