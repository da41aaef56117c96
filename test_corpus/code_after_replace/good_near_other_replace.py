"""Texts and models have a `replace` of their own, and a base class may have one."""

from celery import Task, shared_task

from library.cards import Card


class GentleTask(Task):
    def replace(self, sig) -> None:
        sig.delay()


@shared_task(bind=True, base=GentleTask)
def renew(self, number: str) -> str:
    self.replace(renew.si(number))
    card = Card.find(number)
    card.replace(number)
    card.save()
    return number.replace("-", "")
