"""The worker is told to leave what is printed alone: another tool collects it."""

from celery import Celery

from harbour.ships import dock

app = Celery("harbour", broker="redis://localhost")
app.conf.worker_redirect_stdouts = False


@app.task
def dock_ship(ship_id):
    print("docking", ship_id)
    dock(ship_id)
