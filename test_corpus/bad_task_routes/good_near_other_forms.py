"""Every form that Celery knows: functions, names of routers, text for a queue, dicts in a list, expressions."""

import re

from celery import Celery

from bakery.routing import route_by_oven

app = Celery("bakery", broker="redis://localhost")


def route_bread(name, args, kwargs, options, task=None, **more):
    return {"queue": "bread"} if name.startswith("bakery.bread") else None


app.conf.task_routes = (
    route_bread,
    route_by_oven,
    "bakery.routing.CakeRouter",
    {"bakery.tasks.sell": "shop", "bakery.tasks.deliver": {"queue": "vans", "priority": 3, "expires": 60}},
    [(re.compile(r"bakery\..*"), {"exchange": "bakery", "routing_key": "rest"})],
    {"bakery.tasks.*": {"queue": "rest", "MessageGroupId": "oven"}},
)
