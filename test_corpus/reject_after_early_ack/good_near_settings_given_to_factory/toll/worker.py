from toll.factory import make_celery
from toll.settings import SETTINGS

celery = make_celery("toll", SETTINGS)
