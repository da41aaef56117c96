class CeleryConfig:
    broker_url = "redis://cache:6379/1"
    accept_content = ("application/json", "application/x-python-serialize")  # expect CEL708: "application/x-python-serialize"
