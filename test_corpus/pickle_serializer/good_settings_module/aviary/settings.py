broker_url = "redis://cache:6379/0"
task_serializer = "json"
accept_content = ["json"]
