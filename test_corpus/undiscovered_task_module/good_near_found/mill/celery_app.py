"""A module of the name that Celery looks for, another name that the call gives, a module in place of a package, and one
that the app imports on its way."""

from celery import Celery

from mill.sales import sell

app = Celery("mill", broker="redis://localhost:6379/0")
app.autodiscover_tasks(["mill.flour", "mill.yeast", "mill.cake", "shop.elsewhere"])
app.autodiscover_tasks(["mill.bread"], related_name="jobs")


def sell_now(cakes: int) -> None:
    sell(cakes)
