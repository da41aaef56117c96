from celery import shared_task

from bank.models import Account, Booking


@shared_task
def post_statement(lines: list[dict]) -> None:
    accounts = {account.iban: account for account in Account.objects.filter(iban__in=[line["iban"] for line in lines])}
    known = set(
        Booking.objects.filter(account__in=accounts.values()).values_list("account__iban", "reference"),
    )
    Booking.objects.bulk_create(
        Booking(account=accounts[line["iban"]], reference=line["reference"], cents=line["cents"])
        for line in lines
        if (line["iban"], line["reference"]) not in known
    )
