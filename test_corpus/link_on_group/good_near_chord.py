"""Chords, chains and tasks take callbacks; a group hands them to its tasks, as long as it is not started with them."""

from celery import chain, chord, group, shared_task

from pearls.divers import dive, sort_pearls


@shared_task
def dive_for(depth: int) -> int:
    return dive(depth)


@shared_task
def sort_all(pearls: list[int]) -> int:
    return sort_pearls(pearls)


@shared_task
def report(value: object) -> None:
    print(value)


def fish(depths: list[int]) -> None:
    chord(dive_for.s(depth) for depth in depths)(sort_all.s(), link=report.s())
    chord([dive_for.s(1)], sort_all.s()).apply_async(link=report.s(), link_error=report.s())
    chain(dive_for.s(1), dive_for.s()).apply_async(link=report.s())
    group(dive_for.s(depth).on_error(report.s()) for depth in depths).apply_async()
    group(dive_for.s(depth) for depth in depths).set(link=report.s()).apply_async(link=None)
    group(dive_for.s(depth) for depth in depths).on_error(report.s()).delay()
    dive_for.apply_async((1,), link=report.s())
