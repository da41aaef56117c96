from toll.factory import make_celery
from toll.settings import LATE

celery = make_celery("toll")
celery.conf.update(LATE)
