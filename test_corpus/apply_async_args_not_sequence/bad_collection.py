from celery import shared_task

from votes.tasks import publish


@shared_task
def count(*ballots: str) -> int:
    return len(ballots)


def close(ballots: list[str], district: int) -> None:
    count.apply_async({"district": district})  # expect CEL509: {"district": district}
    count.apply_async(args={*ballots})  # expect CEL509: args={*ballots}
    count.apply_async((ballot.strip() for ballot in ballots))  # expect CEL509: (ballot.strip() for ballot in ballots)
    count.apply_async(map(str.strip, ballots))  # expect CEL509: map(str.strip, ballots)
    publish.apply_async(args=range(district))  # expect CEL509: args=range(district)
    publish.apply_async(args=(district,), kwargs=[("final", True)])  # expect CEL509: kwargs=[("final", True)]
