"""Packages and modules by their names, and None for the package alone."""

from celery import Celery

from farm.plugins import installed

app = Celery("farm")
app.autodiscover_tasks(["farm", "farm.fields", "farm-plugins"], related_name="async_jobs")
app.autodiscover_tasks(["farm.fields.tasks"], related_name=None)
app.autodiscover_tasks([f"farm.{name}" for name in installed()], related_name="jobs.nightly")
app.autodiscover_tasks([__name__])
