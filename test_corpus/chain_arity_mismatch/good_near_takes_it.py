"""The first task gets no result, `.si` and `immutable` take none, `*args` and defaults take it."""

from celery import chain, group, shared_task

from dockyard.hulls import launch, paint, rivet


@shared_task
def lay_keel() -> str:
    return rivet("keel")


@shared_task
def rivet_hull(hull: str = "", rivets: int = 1000) -> str:
    return rivet(hull, rivets)


@shared_task
def paint_hull(*parts: str, colour: str = "red") -> None:
    paint(parts, colour)


@shared_task
def launch_ship(hull: str, /, **guests: str) -> None:
    launch(hull, guests)


def build(name: str) -> None:
    chain(lay_keel.s(), rivet_hull.s(), paint_hull.s("bow", colour="blue"), launch_ship.s(hull="mayor")).delay()
    chain(rivet_hull.s(name, 5), lay_keel.si(), lay_keel.s().set(immutable=True)).delay()
    (rivet_hull.s() | lay_keel.signature(immutable=True) | rivet_hull.s(rivets=3)).delay()
    group(lay_keel.s(), chain(lay_keel.s(), rivet_hull.s())).delay()
    chain([lay_keel.s()]).delay()
    chain(lay_keel.si() for _ in range(3)).delay()
