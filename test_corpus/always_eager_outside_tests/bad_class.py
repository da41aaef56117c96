class ProductionCeleryConfig:
    broker_url = "redis://cache:6379/0"
    task_always_eager = True  # expect CEL712: task_always_eager
