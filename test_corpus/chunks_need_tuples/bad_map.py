from celery import shared_task

from looms.threads import weave


@shared_task
def cross(warp: int, weft: int) -> None:
    weave(warp, weft)


def pattern(warps: list[int], wefts: list[int]) -> None:
    cross.map(zip(warps, wefts)).apply_async()  # expect CEL522: zip(warps, wefts)
    cross.map([(1, 2), (3, 4)]).apply_async()  # expect CEL522: [(1, 2), (3, 4)]
    cross.chunks(zip(warps, wefts), 0).apply_async()  # expect CEL522: 0
