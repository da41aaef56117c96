import requests
from celery import Celery

from rates.store import save

app = Celery("rates")


def _answer(url: str) -> requests.Response:
    try:
        answer = requests.get(url, timeout=5)
    except requests.RequestException as error:
        print(url, error)
    return answer  # expect CEL225: answer


@app.task
def update_all(urls: list[str]) -> None:
    for url in urls:
        count: int
        try:
            with _answer(url) as answer:
                table = answer.json()
            count = len(table["rates"])
        except (KeyError, ValueError):
            print(url, "has no rates")
        if count > 0:  # expect CEL225: count
            save(url, table)
