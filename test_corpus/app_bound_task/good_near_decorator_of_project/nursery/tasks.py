from nursery import celery_tools


@celery_tools.task(max_retries=2)
def water(plant: str) -> str:
    return f"{plant} is wet"
