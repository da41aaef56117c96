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
        count.s(district).delay(countdown=5)  # expect CEL501: countdown=5
    count.delay(districts[0], recount=True, link=publish.s())  # expect CEL501: link=publish.s()
