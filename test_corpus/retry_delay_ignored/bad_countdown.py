from celery import Celery

from parcels.customs import CustomsClosed, declare, track

app = Celery("parcels")
RETRIES = {
    "max_retries": 5,
    "countdown": 120,  # expect CEL210: "countdown"
}


@app.task(autoretry_for=(CustomsClosed,), retry_backoff=30, retry_kwargs=RETRIES)
def declare_parcel(parcel_id: int) -> None:
    declare(parcel_id)


@app.task(
    bind=True,
    autoretry_for=(ConnectionError,),
    retry_kwargs=dict(countdown=5),  # expect CEL210: countdown=5
    retry_backoff=True,
)
def track_parcel(self, parcel_id: int) -> str:
    state = track(parcel_id)
    if state == "unknown":
        raise self.retry(countdown=600)
    return state
