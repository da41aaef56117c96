"""Classes of settings for tests and for development."""


class TestCeleryConfig:
    task_always_eager = True


class DevelopmentCeleryConfig:
    task_always_eager = True


class LocalSettings:
    CELERY_TASK_ALWAYS_EAGER = True


class CypressConfig:
    CELERY_TASK_ALWAYS_EAGER = True


class LocaldevSettings:
    CELERY_TASK_ALWAYS_EAGER = True


class PytestSettings:
    CELERY_TASK_ALWAYS_EAGER = True
