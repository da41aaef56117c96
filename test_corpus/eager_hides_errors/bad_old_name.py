import sys

BROKER_URL = "redis://localhost/0"

if "test" in sys.argv:
    CELERY_ALWAYS_EAGER = True  # expect CEL908: CELERY_ALWAYS_EAGER
