"""An image, a workbook and a savepoint are saved, but no row; and `delay` is another class's."""

from django.db import transaction
from openpyxl import Workbook

from shop.animation import Fade
from shop.models import Order
from shop.tasks import send_report


def report(path: str, image) -> None:
    with transaction.atomic():
        book = Workbook()
        book.save(path)
        image.save(path + ".png", optimize=True)
        send_report.delay(path)


def fade(order_id: int) -> None:
    with transaction.atomic():
        Order.objects.filter(pk=order_id).update(faded=True)
        Fade().delay(300)
