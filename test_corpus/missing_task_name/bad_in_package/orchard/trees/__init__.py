from celery import shared_task


@shared_task(bind=True)
def count_trees(self) -> int:  # expect CEL106: def count_trees
    return 7
