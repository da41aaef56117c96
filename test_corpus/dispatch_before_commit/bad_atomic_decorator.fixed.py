from celery import chain, shared_task
from django.db.transaction import atomic

from accounts.models import Account
from django.db import transaction


@shared_task
def sync_crm(account_id: int) -> int:
    return account_id


@shared_task
def welcome(account_id: int) -> None:
    print(account_id)


@atomic
def register(form):
    account = form.save()
    transaction.on_commit(lambda: chain(sync_crm.s(account.pk), welcome.s()).apply_async())
    return account


@atomic(using="accounts")
def close(account_id: int) -> None:
    account = Account.objects.select_for_update().get(pk=account_id)
    if account.is_open:
        account.is_open = False
        account.save(update_fields=["is_open"])
    sync_crm.apply_async(args=(account_id,), countdown=1)
