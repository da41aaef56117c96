import pandas
import requests
from celery import Celery

from sales.store import store_rows, store_sheet

app = Celery("sales")


@app.task
def import_rows(rows: list[dict]) -> None:
    store_rows(rows)


@app.task
def import_sheet(sheet: str) -> None:
    store_sheet(sheet)


@app.task
def import_sales(url: str) -> None:
    table = pandas.read_csv(url)
    import_rows.delay(table.to_dict(orient="records"))  # expect CEL523: table.to_dict(orient="records")
    answer = requests.get(url, timeout=30)
    import_sheet.delay(answer.content.decode())  # expect CEL523: answer.content.decode()
