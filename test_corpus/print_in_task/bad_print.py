from celery import shared_task

from harbour.ships import dock


@shared_task
def dock_ship(ship_id):
    print("docking", ship_id)  # expect CEL809: print("docking", ship_id)
    dock(ship_id)
