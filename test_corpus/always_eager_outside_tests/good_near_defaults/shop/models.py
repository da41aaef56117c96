"""Defaults that the settings of a project replace: a class of another library gives them out."""

from appconf import AppConf

from shop import defaults


class ShopConf(AppConf):
    CELERY_TASK_ALWAYS_EAGER = defaults.EAGER
    CELERY_BROKER_URL = "amqp://localhost"
