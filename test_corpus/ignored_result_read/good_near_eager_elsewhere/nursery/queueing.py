from os import environ

broker_url = "redis://localhost:6379/0"
task_always_eager = "BROKER" not in environ
