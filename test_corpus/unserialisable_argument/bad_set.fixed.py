from celery import shared_task

from spices.shelves import restock


@shared_task
def refill(spices: list[str], dry: bool = True) -> None:
    restock(spices, dry)


def stocktaking(counted: dict[str, int], low: list[str]) -> None:
    missing = {spice for spice, jars in counted.items() if jars < 3}
    refill.delay(list(missing))
    refill.delay(spices=list(set(low) | missing))
    refill.apply_async(args=[list({"pepper", "salt"})], countdown=5)
    refill.s(list(map(str.lower, low))).delay()
