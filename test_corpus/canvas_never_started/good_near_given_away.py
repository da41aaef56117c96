"""Somebody else starts these: the caller, the task that is replaced, a callback, an attribute's reader."""

from celery import chain, chord, group, shared_task
from django.db import transaction

from parcels.routes import plan, ship


@shared_task
def plan_route(parcel: str) -> list[str]:
    return plan(parcel)


@shared_task
def ship_parcel(route: list[str]) -> None:
    ship(route)


def route(parcel: str):
    return chain(plan_route.s(parcel), ship_parcel.s())


@shared_task(bind=True)
def deliver(self, parcels: list[str]) -> None:
    if len(parcels) == 1:
        self.replace(plan_route.s(parcels[0]) | ship_parcel.s())
    transaction.on_commit(chain(plan_route.s(parcels[0]), ship_parcel.s()).delay)
    chord(plan_route.s(parcel) for parcel in parcels)(ship_parcel.s())
    self.later = group(plan_route.s(parcel) for parcel in parcels)


class Depot:
    opening = group(plan_route.si("first"), plan_route.si("second"))


closing = chain(plan_route.s("last"), ship_parcel.s())
