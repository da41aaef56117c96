from celery import Celery

import hive.services.honey as honey  # expect CEL113: import hive.services.honey as honey

from . import services  # expect CEL113: from . import services
from ..services.wax import (  # expect CEL113: from ..services.wax import ( melt, pour as pour_wax, )
    melt,
    pour as pour_wax,
)

app = Celery("hive")


@app.task
def harvest(frame: int) -> int:
    return honey.weigh(frame)


@app.task
def make_candles(frame: int) -> None:
    _melt(frame)
    services.notify(frame)


def _melt(frame: int) -> None:
    pour_wax(melt(frame))
