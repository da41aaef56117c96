"""A chain, a group and a chord, each started by a task."""

from celery import Celery, chain, chord, group

app = Celery("helpdesk", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.update(
    task_time_limit=300,
    task_routes={"helpdesk.tasks.campaign_tasks.*": {"queue": "campaigns"}},
    worker_max_tasks_per_child=100,
    timezone="UTC",
)


@app.task
def load_campaign(campaign_id: int) -> dict:
    """Load a campaign."""
    return {"id": campaign_id, "names": ["Ada", "Grace"]}


@app.task
def write_letters(campaign: dict) -> list[str]:
    """Write the letters of a campaign."""
    return [f"Dear {name}" for name in campaign["names"]]


@app.task
def rate(conversation_id: int) -> int:
    """Rate one conversation."""
    return conversation_id % 5


@app.task
def average(ratings: list[int]) -> float:
    """The average of some ratings."""
    return sum(ratings) / len(ratings)


@app.task
def run_campaign(campaign_id: int) -> str:
    """Load the campaign, then write its letters."""
    return chain(load_campaign.s(campaign_id), write_letters.s()).apply_async().id


@app.task
def rate_both() -> str:
    """Rate two conversations at a time."""
    return group(rate.s(1), rate.s(2)).apply_async().id


@app.task
def rate_all(conversation_ids: list[int]) -> str:
    """Rate conversations, then take the average."""
    header = group(rate.s(conversation_id) for conversation_id in conversation_ids)
    return chord(header)(average.s()).id
