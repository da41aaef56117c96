"""Options of something else."""

import celery

TRANSPORT_OPTIONS = {"visibility_timout": 7200}
HTTP_TRANSPORT_OPTIONS = {"socket_timeouts": 3}
assert celery.__version__
