from celery import Celery

app = Celery("ferry", include=["ferry.tickets", "ferry.cabins"])
