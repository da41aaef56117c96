from celery import Task


class GentleTask(Task):
    rate_limit = "40/minute"  # expect CEL707: "40/minute"
