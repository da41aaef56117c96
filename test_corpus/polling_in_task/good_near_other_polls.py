"""What is polled is no task's result: a job of a cloud, a thread, a file."""

import time
from pathlib import Path

import boto3
from celery import shared_task

from video.cloud import transcode
from video.tasks import announce


@shared_task
def publish(path: str) -> str:
    job = transcode(path)
    while not job.ready():
        time.sleep(5)
    batch = boto3.client("batch")
    while batch.describe_jobs(jobs=[job.id])["jobs"][0]["status"] != "SUCCEEDED":
        time.sleep(5)
    while not Path(path).exists():
        time.sleep(1)
    for _ in range(3):
        announce.delay(path)
        time.sleep(1)
    return path
