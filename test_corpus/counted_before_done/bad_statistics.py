from celery import shared_task

from museum.catalogue import paintings_of, restore


@shared_task
def restore_paintings(room: str) -> dict[str, int]:
    results = {"restored": 0, "errors": 0}
    for painting in paintings_of(room):
        try:
            results["restored"] += 1  # expect CEL819: results["restored"] += 1
            restore(painting)
        except Exception:
            results["errors"] += 1
    return results
