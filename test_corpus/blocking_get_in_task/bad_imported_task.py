from celery import Task

from warehouse.tasks import reserve


class Ship(Task):
    name = "shop.ship"

    def run(self, order_id: int) -> bool:
        pending = []
        for line in range(3):
            pending.append(reserve.delay(order_id, line))
        for result in pending:
            result.get()  # expect CEL502: result.get()
        return True
