"""Routes of a web application, and pairs that are no setting."""

from celery import Celery
from starlette.routing import Route

app = Celery("kiosk", broker="redis://localhost")


def home(request):
    return "home"


routes = [("home", {"que": "a"}), Route("/", home)]
own_routes = [("kiosk.tasks.*", {"que": "b"})]


@app.task
def restock(shelf, routes=routes):
    print("restocking", shelf, routes, task_routes)
