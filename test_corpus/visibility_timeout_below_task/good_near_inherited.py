"""The options of the broker may stand in the base class."""

from tundra.settings import BaseConfig


class CeleryConfig(BaseConfig):
    broker_url = "redis://localhost/0"
    task_acks_late = True
    task_time_limit = 6 * 3600
