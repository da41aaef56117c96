SETTINGS = dict(task_acks_late=True)
