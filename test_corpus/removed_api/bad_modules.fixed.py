import celery.contrib.batches
from celery import five
from celery.bin.base import Command
from celery.schedules import crontab
from celery.utils import time as times
from celery.utils.mail import ErrorMail

SCHEDULE = {"count": {"task": "polls.count", "schedule": crontab(minute=0)}}


def text_of(value: bytes) -> str:
    return five.bytes_to_str(value) + str(times.timezone) + ErrorMail.subject + Command.doc
