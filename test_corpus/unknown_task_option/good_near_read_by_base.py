"""The base class gives the extra options their meaning."""

from celery import Celery, Task

from fleet.alerts import page
from fleet.vehicles import mileage

app = Celery("fleet")


class OwnedTask(Task):
    owner = "nobody"

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        page(self.owner, f"{self.name}: {exc}", urgent=getattr(self, "urgent", False))


@app.task(base=OwnedTask, owner="workshop", urgent=True)
def check_mileage(vehicle_id: int) -> int:
    return mileage(vehicle_id)
