import os

HOST = os.environ["BROKER_HOST"]
CREDENTIALS = "billing:dG8-tide"

CELERY_BROKER_URL = f"amqp://billing:dG8-tide@{HOST}//"  # expect CEL713: f"amqp://billing:dG8-tide@{HOST}//"
CELERY_RESULT_BACKEND = "redis://" + CREDENTIALS + "@" + HOST  # expect CEL713: "redis://" + CREDENTIALS + "@" + HOST
CELERY_BROKER_PASSWORD = "dG8-tide"  # expect CEL713: "dG8-tide"
