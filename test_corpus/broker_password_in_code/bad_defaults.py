import os

from celery import Celery

REDIS = "rediss://default:kite-42-summer@queue.shop.example.com:6380/0"  # expect CEL713: "rediss://default:kite-42-summer@queue.shop.example.com:6380/0"
FALLBACK = "db+postgresql://shop:kite-42-summer@10.1.2.3/results"  # expect CEL713: "db+postgresql://shop:kite-42-summer@10.1.2.3/results"

app = Celery("shop")
app.conf.broker_url = os.environ.get("BROKER", REDIS)
app.conf.broker_read_url = REDIS
app.conf.result_backend = os.getenv("RESULTS") or FALLBACK
