from toll.app import TollCelery

celery = TollCelery("toll")
