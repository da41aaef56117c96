import celery.contrib.batches  # expect CEL901: celery.contrib.batches
from celery import five  # expect CEL901: five
from celery.bin.base import Command  # expect CEL901: Command
from celery.task.schedules import crontab  # expect CEL901: crontab
from celery.utils import timeutils as times  # expect CEL901: timeutils as times
from celery.utils.mail import ErrorMail  # expect CEL901: ErrorMail

SCHEDULE = {"count": {"task": "polls.count", "schedule": crontab(minute=0)}}


def text_of(value: bytes) -> str:
    return five.bytes_to_str(value) + str(times.timezone) + ErrorMail.subject + Command.doc
