from celery import shared_task

from bank.models import Account, Booking


@shared_task
def post_statement(lines: list[dict]) -> None:
    for line in lines:
        account = Account.objects.get(iban=line["iban"])  # expect CEL302: Account.objects.get(iban=line["iban"])
        known = Booking.objects.filter(account=account, reference=line["reference"]).exists()  # expect CEL302: Booking.objects.filter(account=account, reference=line["reference"]).exists()
        if not known:
            Booking.objects.create(account=account, reference=line["reference"], cents=line["cents"])
