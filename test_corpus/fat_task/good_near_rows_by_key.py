# settings: max-task-queries = 0
"""A task loads what it is given the keys of, and hands it on."""

from celery import shared_task

from zoo.animals import feed
from zoo.db import SessionLocal
from zoo.models import Animal, Keeper


@shared_task
def feed_animal(animal_id: int, keeper_id: int) -> None:
    animal = Animal.objects.get(pk=animal_id)
    keeper = Keeper.objects.select_related("house").get(id=keeper_id)
    feed(animal, keeper)


@shared_task
def feed_again(animal_id: int) -> None:
    with SessionLocal() as session:
        feed(session.get(Animal, animal_id))
        feed(session.query(Keeper).get(animal_id))
