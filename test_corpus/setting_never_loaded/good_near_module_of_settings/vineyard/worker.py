from celery import Celery

app = Celery("vineyard", broker="redis://localhost:6379/0", include=["vineyard.tasks"])
app.config_from_object("vineyard.celery_settings")
