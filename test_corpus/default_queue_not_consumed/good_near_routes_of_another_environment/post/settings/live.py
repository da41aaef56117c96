from post.settings.base import *

CELERY_TASK_ROUTES = {"*": {"queue": "letters"}}
