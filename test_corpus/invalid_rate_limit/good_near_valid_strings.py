"""Everything that Celery reads: fractions, exponents, blanks in front, no unit at all."""

from celery import Celery

app = Celery("telescope")
PER_MINUTE = "100/m"


@app.task(rate_limit=PER_MINUTE)
def point(star: str) -> None:
    print(star)


@app.task(rate_limit="1e2/h")
def expose(star: str, seconds: int) -> None:
    print(star, seconds)


app.conf.task_annotations = {
    "telescope.park": {"rate_limit": " 5/s"},
    "telescope.cool": {"rate_limit": "0.5/m"},
    "telescope.focus": {"rate_limit": "10"},
    "*": {"rate_limit": "3600/h"},
}
