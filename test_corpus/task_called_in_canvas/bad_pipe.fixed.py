from celery import shared_task

from kitchen.stove import boil, serve


@shared_task
def boil_eggs(count: int) -> int:
    return boil("egg", count)


@shared_task
def serve_eggs(count: int) -> None:
    serve(count)


def breakfast(guests: int) -> None:
    (boil_eggs.s(guests) | serve_eggs.s()).delay()
    (boil_eggs.s(guests) | serve_eggs.s()).delay()
    meal = boil_eggs.s(guests)
    lunch = meal | boil_eggs.s() | serve_eggs.s()
    lunch.apply_async(countdown=3 * 3600)
