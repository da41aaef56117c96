from dataclasses import dataclass

from celery import Celery

app = Celery("reports", broker="redis://", backend="redis://")


@dataclass
class Totals:
    orders: int
    cents: int


@app.task(bind=True, max_retries=3)
def daily_report(self, day: str, orders: list[int]) -> dict:
    totals = Totals(len(orders), sum(orders))
    if not orders:
        return {"day": day, "totals": None}
    return {"day": day, "totals": totals}  # expect CEL526: totals
