from celery import Celery

app = Celery("trains", broker="redis://localhost")
app.conf.update(
    timezone="Europe/Vienna",
    worker_enable_soft_shutdown_on_idle=True,  # expect CEL238: worker_enable_soft_shutdown_on_idle
)
