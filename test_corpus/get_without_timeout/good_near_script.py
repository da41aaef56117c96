"""A script that hangs is stopped by hand."""

from celery import Celery

app = Celery("demo", backend="redis://localhost")


@app.task
def add(left: int, right: int) -> int:
    return left + right


if __name__ == "__main__":
    print(add.delay(1, 2).get())
