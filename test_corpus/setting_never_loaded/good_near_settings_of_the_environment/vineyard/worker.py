from celery import Celery

app = Celery("vineyard", broker="redis://localhost:6379/0", include=["vineyard.tasks"])
app.conf.timezone = "Europe/Rome"
