OPTIONS = dict(broker_url="redis://localhost", task_acks_late=True)
