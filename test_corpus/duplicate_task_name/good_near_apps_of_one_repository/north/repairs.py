from celery import shared_task

from north.cables import mend


@shared_task(name="cables.mend")
def mend_cable(cable_id: int) -> None:
    mend(cable_id, patient=True)
