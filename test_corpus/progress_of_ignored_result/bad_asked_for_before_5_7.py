# settings: target-celery = "5.6"
from celery import shared_task

from genealogy.records import people, place


@shared_task(bind=True, ignore_result=True)
def grow_tree(self, family: str) -> None:
    for number, person in enumerate(people(family), 1):
        place(person)
        self.update_state(state="PROGRESS", meta={"current": number})  # expect CEL817: self.update_state(state="PROGRESS", meta={"current": number})


def show_tree(family: str) -> str:
    return grow_tree.apply_async((family,), ignore_result=False).id
