"""The task's own name and `current_task` need no `self`: both find the request that is running."""

from celery import current_task, shared_task

from vineyard.sensors import read_row, rows_of


@shared_task
def survey(parcel: str) -> list[float]:
    moisture = []
    for number in range(rows_of(parcel)):
        moisture.append(read_row(parcel, number))
        survey.update_state(state="PROGRESS", meta={"row": number})
    current_task.update_state(state="SAVING", meta={"rows": len(moisture)})
    return moisture
