"""The task comes from another module, and its methods make signatures."""

from celery import Celery

from library import tasks
from library.tasks import lend, take_back

app = Celery("library", broker="amqp://localhost")
app.add_periodic_task(60.0, lend.s(), name="lend")
app.add_periodic_task(90.0, take_back.si("all").set(queue="returns"), name="take back")
app.add_periodic_task(90.0, tasks.sort_shelves.signature(), name="sort")
