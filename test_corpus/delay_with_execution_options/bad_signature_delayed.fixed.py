from elections.celery import celery_app
from elections.results import count_votes, publish_totals


@celery_app.task(name="elections.count")
def count(district: str, recount: bool = False) -> int:
    return count_votes(district, recount)


@celery_app.task(name="elections.publish")
def publish(total: int) -> None:
    publish_totals(total)


def polls_closed(districts: list[str]) -> None:
    for district in districts:
        count.s(district).apply_async(countdown=5)
    count.apply_async(args=(districts[0],), kwargs={"recount": True}, link=publish.s())
