from celery import Celery

from library.covers import fetch_cover

app = Celery("library")


@app.task(ignore_result=True)
def fetch(isbn: str) -> None:
    try:
        fetch_cover(isbn)
    except:
        pass


@app.task
def fetch_again(isbn: str) -> str | None:
    path = None
    try:
        path = fetch_cover(isbn)
    except Exception:
        print(f"no cover for {isbn}")
        raise
    return path
