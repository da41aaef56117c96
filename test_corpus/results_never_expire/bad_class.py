class CeleryConfig:
    broker_url = "redis://localhost"
    result_backend = "db+sqlite:///results.sqlite"
    result_expires = None  # expect CEL722: result_expires
    result_extended = True
