"""What parses the text gives a boolean; a number from the environment is no boolean either."""

import os
from distutils.util import strtobool

import environ
from decouple import config

env = environ.Env()
CELERY_TASK_ALWAYS_EAGER = env.bool("EAGER", default=False)
CELERY_TASK_ACKS_LATE = config("ACKS_LATE", default=False, cast=bool)
CELERY_TASK_TRACK_STARTED = strtobool(os.environ.get("TRACK", "false"))
CELERY_TASK_TIME_LIMIT = os.environ.get("TIME_LIMIT")
