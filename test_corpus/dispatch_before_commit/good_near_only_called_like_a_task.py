"""Only the call tells that this is a task; its class may wait for the commit by itself."""

from django.db import transaction

from shop.mailing import send_letters
from shop.models import Letter


@transaction.atomic
def print_letters(customers):
    for customer in customers:
        Letter.objects.create(customer=customer)
    send_letters.apply_async(kwargs={"count": len(customers)}, queue="letters")
