"""The page that shows the progress asks for the result when it sends the task."""

from celery import shared_task

from genealogy.trees import people, place


@shared_task(bind=True, ignore_result=True)
def grow_tree(self, family: str) -> None:
    for number, person in enumerate(people(family), 1):
        place(person)
        self.update_state(state="PROGRESS", meta={"current": number})


def show_tree(family: str) -> str:
    return grow_tree.apply_async((family,), ignore_result=False).id
