from celery import chain, shared_task
from django.db.transaction import on_commit


@shared_task
def index(document_id: int) -> int:
    return document_id


@shared_task
def announce(document_id: int) -> None:
    print(document_id)


def publish(document) -> None:
    on_commit(func=lambda: index.apply_async(args=(document.pk,)), using="search")
    on_commit(lambda: chain(index.s(document.pk), announce.s()).delay())
    on_commit(lambda: announce.delay_on_commit(document.pk))
