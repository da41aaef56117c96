from celery import Celery

app = Celery("post", include=["post.tasks"])
app.config_from_object("post.celeryconfig")
