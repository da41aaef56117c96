from datetime import datetime, timezone

from celery import Celery

from concerts.streams import open_stream

app = Celery("concerts")


@app.task
def start_stream(concert_id: int, quality: str) -> str:
    return open_stream(concert_id, quality)


def schedule(concert_id: int, starts_at: datetime) -> str:
    result = start_stream.apply_async(
        args=(concert_id,),
        kwargs={"quality": "high"},
        eta=starts_at.astimezone(timezone.utc),
        queue="live",
        ignore_result=True,
    )
    return result.id
