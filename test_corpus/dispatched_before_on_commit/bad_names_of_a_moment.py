from django.db.transaction import on_commit

from shop.models import Order
from shop.tasks import send_receipt, tell


class Shop:
    def close(self, orders: list[Order]) -> None:
        [on_commit(tell.delay(order.pk)) for order in orders]  # expect CEL326: tell.delay(order.pk)
        on_commit(send_receipt.delay(key := orders[0].pk))  # expect CEL326: send_receipt.delay(key := orders[0].pk)
        on_commit(send_receipt.delay(super().key(key)))  # expect CEL326: send_receipt.delay(super().key(key))
        try:
            orders[1].close()
        except ValueError as error:
            on_commit(tell.delay(str(error)))  # expect CEL326: tell.delay(str(error))
        on_commit(tell.delay([order.pk for order in orders]))  # expect CEL326: tell.delay([order.pk for order in orders])
