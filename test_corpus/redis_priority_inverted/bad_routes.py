from celery import Celery

app = Celery("clinic", broker="redis://localhost:6379/0")
app.conf.task_routes = {
    "clinic.tasks.emergency.*": {"queue": "wards", "priority": 9},  # expect CEL726: 9
    "clinic.tasks.letters.*": {"queue": "wards", "priority": 5},
    "clinic.tasks.cleanup_files.*": {"queue": "wards", "priority": 1},  # expect CEL726: 1
}
