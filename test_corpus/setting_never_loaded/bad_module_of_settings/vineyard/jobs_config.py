from celery.schedules import crontab

task_default_queue = "vines"
task_routes = {"vineyard.tasks.press": {"queue": "cellar"}}  # expect CEL730: task_routes
beat_schedule = {  # expect CEL730: beat_schedule
    "prune": {"task": "vineyard.tasks.prune", "schedule": crontab(minute=0, hour=7)},
}
