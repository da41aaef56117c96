"""Tasks of other modules and libraries, and a plural that another file may have: this file does not know them."""

from celery import Celery

app = Celery("harbour", broker="redis://localhost")


@app.task(name="harbour.load_container")
def load_container(number):
    print("loading", number)


app.conf.beat_schedule = {
    "several": {"task": "harbour.load_containers", "schedule": 60},
    "cleanup": {"task": "celery.backend_cleanup", "schedule": 3600},
    "sessions": {"task": "django_extras.tasks.clear_sessions", "schedule": 3600},
    "cranes": {"task": "harbour.cranes.tasks.grease", "schedule": 86400},
}
