from celery import Celery
from requests import post as send

app = Celery("hooks")


def _deliver(url: str, body: dict[str, str]) -> int:
    return send(url, json=body).status_code  # expect CEL411: send(url, json=body)


@app.task(bind=True, max_retries=5)
def deliver(self, url: str, body: dict[str, str]) -> int:
    status = _deliver(url, body)
    if status >= 500:
        raise self.retry(countdown=60)
    return status
