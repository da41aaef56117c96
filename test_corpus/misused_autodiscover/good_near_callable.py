"""A callable gives the packages later."""

from celery import Celery

from campus.modules import module_names

app = Celery("campus")
app.autodiscover_tasks(lambda: ["campus.courses", "campus.grades"])
app.autodiscover_tasks(module_names)
app.autodiscover_tasks(tuple(module_names()), force=True)
