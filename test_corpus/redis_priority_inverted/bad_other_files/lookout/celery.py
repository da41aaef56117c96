from celery import Celery

app = Celery("lookout")
app.config_from_object("lookout.settings:Queue")
