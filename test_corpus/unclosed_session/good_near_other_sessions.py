"""None of these sessions belongs to SQLAlchemy: HTTP, AWS, and a Django model."""

import boto3
import requests
from celery import shared_task
from courts.scraper import ProxyPacerSession
from django.contrib.sessions.models import Session


@shared_task
def mirror_docket(docket_id: int, bucket: str) -> None:
    pacer = ProxyPacerSession()
    page = pacer.docket(docket_id)
    session = boto3.Session(region_name="eu-west-1")
    session.client("s3").put_object(Bucket=bucket, Key=f"dockets/{docket_id}", Body=page)


@shared_task
def remember_login(key: str, data: str, expires: str) -> None:
    session = Session(session_key=key, session_data=data, expire_date=expires)
    session.save()
    http = requests.Session()
    http.post("https://audit.example.org/logins", json={"key": key}, timeout=5)
