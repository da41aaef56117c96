from celery import Celery

from orchard.watering import water_all

app = Celery("orchard", broker="redis://localhost")


@app.on_after_configure.connect
def set_up(sender: Celery, **_: object) -> None:
    from orchard.picking import pick_all

    pick_all(sender)


app.on_after_finalize.connect(water_all)
