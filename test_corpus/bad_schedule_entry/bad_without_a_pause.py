from datetime import timedelta

from celery import Celery

app = Celery("trading", broker="redis://localhost")
POLL_SECONDS = 0


class CeleryConfig:
    beat_schedule = {
        "poll-prices": {
            "task": "trading.tasks.poll",
            "schedule": POLL_SECONDS,  # expect CEL717: POLL_SECONDS
        },
        "settle": {
            "task": "trading.tasks.settle",
            "schedule": timedelta(seconds=0),  # expect CEL717: timedelta(seconds=0)
        },
        "close": {  # expect CEL717: "close"
            "task": "trading.tasks.close",
        },
        "report": {  # expect CEL717: "report"
            "schedule": 60,
        },
    }


app.config_from_object(CeleryConfig)
