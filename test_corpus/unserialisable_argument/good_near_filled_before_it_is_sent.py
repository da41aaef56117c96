"""What `args` and `kwargs` name is filled with other things by the time that it is sent."""

from celery import shared_task


@shared_task
def notify(owners, days=()):
    print(owners, days)


def notify_all(rows):
    kwargs = {"owners": {row.owner for row in rows}}
    kwargs["owners"] = sorted(kwargs["owners"])
    notify.apply_async(kwargs=kwargs)
    args = [{row.owner for row in rows}]
    args[0] = sorted(args[0])
    notify.apply_async(args)
