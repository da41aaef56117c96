from harbour.app import PREFIX, app
from harbour.registry import Crane, crane_task

crane = Crane(name="harbour.lift")


@app.task(name=f"{PREFIX}.load")
def load(ship_id: int) -> int:
    return ship_id + 1


@crane_task(name="harbour.lower")
def lower(weight: int) -> int:
    return weight
