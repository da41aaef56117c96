LATE = dict(task_acks_late=True)
