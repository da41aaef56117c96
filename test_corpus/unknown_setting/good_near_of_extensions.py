"""Settings that extensions read, and one that this file reads itself."""

from celery import Celery

app = Celery("shop")
app.conf.redbeat_redis_url = "redis://cache:6379/1"
app.conf.beat_dburi = "sqlite:///schedule.db"
app.conf.task_route = "primary"
app.conf.dynamodb_endpoint_url = "http://localhost:8000"
app.conf.shop_region = "eu"

print(app.conf.task_route)
