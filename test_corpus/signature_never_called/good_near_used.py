"""Each of these signatures is sent, kept, handed on or given back."""

from celery import chain, group, shared_task

from ants.hills import carry


@shared_task
def carry_leaf(ant: int, leaf: str = "oak") -> None:
    carry(ant, leaf)


def parade(ants: list[int], queue) -> object:
    first = carry_leaf.s(ants[0])
    first.set(queue="hill")
    first.delay()
    carry_leaf.s(ants[0]).delay()
    carry_leaf.s(ants[0])()
    carry_leaf.si(ants[0]).on_error(carry_leaf.si(0)).apply_async()
    chain(carry_leaf.si(1), carry_leaf.si(2)).apply_async()
    group(carry_leaf.s(ant) for ant in ants)()
    queue.put(carry_leaf.s(ants[0]))
    (carry_leaf.si(1) | carry_leaf.si(2)).apply_async()
    return carry_leaf.s(ants[-1])
