from celery import Celery

app = Celery("shop")
app.conf.task_max_retries = 5
app.conf.worker_log_level = "INFO"
app.conf.worker_prefetch_multiplier = 1
