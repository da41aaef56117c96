from celery import Celery

north = Celery("north", broker="redis://localhost", timezone="Europe/Olso")  # expect CEL731: "Europe/Olso"
south = Celery("south", broker="redis://localhost")
south.conf.update(timezone="Sao Paulo", enable_utc=True)  # expect CEL731: "Sao Paulo"
east = Celery("east", broker="redis://localhost")
east.conf["timezone"] = "Shanghai Standard Time"  # expect CEL731: "Shanghai Standard Time"
