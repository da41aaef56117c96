import re

from celery import Celery

app = Celery("studio", broker="redis://localhost")
app.conf.task_routes = (
    [
        ("studio.tasks.render_*", {"queue": "gpu"}),
        (re.compile(r"studio\.(mail|sms)\..*"), {"queue": "mail"}),
    ],
)
