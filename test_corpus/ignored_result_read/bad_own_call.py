from celery import Celery

app = Celery("audit", backend="redis://")


@app.task(ignore_result=True)
def write_entry(text: str) -> int:
    return len(text)


def write_and_count(text: str) -> int:
    length = write_entry.delay(text).get(timeout=5)  # expect CEL521: write_entry.delay(text).get(timeout=5)
    return length or 0
