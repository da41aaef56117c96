OPTIONS = dict(broker_url="redis://localhost", task_time_limit=60)
