"""The result of the task before, or the caller of a signature, gives the rest."""

from celery import chain, chord, shared_task

from bakery.orders import bake, deliver, pack


@shared_task
def bake_bread(order_id: int):
    return bake(order_id)


@shared_task
def pack_bread(bread, order_id: int):
    return pack(bread, order_id)


@shared_task
def deliver_bread(parcels, order_id: int, *, express: bool):
    deliver(parcels, order_id, express)


def accept(order_id: int, express: bool) -> None:
    chain(bake_bread.s(order_id), pack_bread.s(order_id)).apply_async()
    chord([bake_bread.s(order_id)])(deliver_bread.s(order_id, express=express))
    packing = pack_bread.s(order_id)
    packing.delay("rye")
    packing.apply_async(("rye",))
    pack_bread.si("rye", order_id).delay("oat", "rye", "wheat")
    deliver_bread.signature(kwargs={"order_id": order_id, "express": express}).delay("rye")
