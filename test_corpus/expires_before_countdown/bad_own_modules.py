# settings: task-modules = ["*_jobs", "errands"]
from post.errands import deliver
from post.night_jobs import sort_letters
from post.offices import count_stamps


def midnight(office: int) -> None:
    sort_letters.apply_async((office,), countdown=3600, expires=1800)  # expect CEL528: expires=1800
    deliver.apply_async((office,), countdown=3600, expires=1800)  # expect CEL528: expires=1800
    count_stamps.s(office).apply_async(countdown=3600, expires=1800)
