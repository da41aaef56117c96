from celery.schedules import crontab

task_default_queue = "vines"
task_routes = {"vineyard.tasks.press": {"queue": "cellar"}}
beat_schedule = {
    "prune": {"task": "vineyard.tasks.prune", "schedule": crontab(minute=0, hour=7)},
}
