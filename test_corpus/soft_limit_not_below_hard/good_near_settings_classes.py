"""Two environments: no worker goes by both limits."""


class CeleryConfig:
    broker_url = "redis://localhost"


class DevelopmentCeleryConfig(CeleryConfig):
    task_soft_time_limit = 3600


class ProductionCeleryConfig(CeleryConfig):
    task_time_limit = 300
