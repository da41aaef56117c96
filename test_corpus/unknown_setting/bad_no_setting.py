from celery import Celery

app = Celery("shop")
app.conf.task_max_retries = 5  # expect CEL710: task_max_retries
app.conf.worker_log_level = "INFO"  # expect CEL710: worker_log_level
app.conf.prefetch_multiplier = 1  # expect CEL710: prefetch_multiplier
