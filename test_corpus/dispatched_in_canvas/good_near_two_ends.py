"""The list holds signatures where a group is made of it, and results where it is returned as it is."""

from celery import group, shared_task

from nursery.plants import water


@shared_task
def water_plant(plant: str) -> None:
    water(plant)


def water_all(plants: list[str], together: bool):
    jobs = []
    for plant in plants:
        if together:
            jobs.append(water_plant.s(plant))
        else:
            jobs.append(water_plant.delay(plant))
    if together:
        return group(jobs).delay()
    return jobs
