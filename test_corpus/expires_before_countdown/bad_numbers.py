from celery import shared_task

from bank.offers import withdraw_offer
from bank.tasks import confirm_offer

MINUTE = 60
OFFER_LIVES = 15 * MINUTE


@shared_task
def withdraw(offer: int) -> None:
    withdraw_offer(offer)


def offered(offer: int) -> None:
    withdraw.apply_async((offer,), countdown=30 * MINUTE, expires=OFFER_LIVES)  # expect CEL528: expires=OFFER_LIVES
    confirm_offer.apply_async((offer,), countdown=10, expires=10)  # expect CEL528: expires=10
