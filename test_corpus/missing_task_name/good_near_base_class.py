"""A class that nobody registers here may be a base; one derived from a class out of sight may get its name there."""

from celery import Celery, Task

from quilts.base import QuiltTask
from quilts.patches import sew

app = Celery("quilts")


class SewingTask(Task):
    def run(self, patch: int) -> None:
        sew(patch)


class SewCorner(QuiltTask, prefix="quilts"):
    def run(self, patch: int) -> None:
        sew(patch, corner=True)


app.register_task(SewCorner())
