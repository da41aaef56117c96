from toll.factory import make_celery

celery = make_celery("toll")
