from celery import shared_task

from votes.store import store_votes


@shared_task
def count_votes(votes: list[tuple[int, int]]) -> None:
    by_choice = dict(votes)
    store_votes(by_choice[1], by_choice[2])


def close_poll(first: int, second: int) -> None:
    count_votes.delay([(1, first), (2, second)])
