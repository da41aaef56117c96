"""Where the value comes from outside, it cannot be judged."""

import os

from celery import Celery
from django.conf import settings

app = Celery("fax")
app.conf.task_default_rate_limit = os.environ.get("FAX_RATE_LIMIT")
app.conf.task_annotations = {"fax.confirm": {"rate_limit": f"{settings.FAX_LINES}/m"}}


@app.task(rate_limit=settings.FAX_RATE_LIMIT)
def send_fax(number: str, document: str) -> None:
    print(number, document)
