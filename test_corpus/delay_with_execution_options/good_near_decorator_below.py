"""The decorator in between may take the keyword for itself."""

from celery import shared_task

from auctions.decorators import give_up_after
from auctions.lots import close_lot


@shared_task(name="auctions.close")
@give_up_after
def close(lot_number: int) -> None:
    close_lot(lot_number)


def hammer_falls(lot_number: int) -> None:
    close.delay(lot_number, expires=30)
