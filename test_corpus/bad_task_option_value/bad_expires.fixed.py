import datetime

from celery import Celery

from lottery.draws import draw

app = Celery("lottery")
ONE_DAY = datetime.timedelta(days=1)


@app.task(expires=ONE_DAY.total_seconds())
def draw_numbers(round_id: int) -> None:
    draw(round_id)
