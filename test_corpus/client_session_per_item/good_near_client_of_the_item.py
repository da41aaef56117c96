"""Each client belongs to its item: another server, or other credentials."""

import httpx
import requests
from celery import shared_task

from accounts.store import load_mailboxes, load_shops


@shared_task
def sync_shops() -> None:
    for shop in load_shops():
        with httpx.Client(base_url=shop.api_url, timeout=10) as client:
            shop.store_orders(client.get("/orders").json())


@shared_task
def sync_mailboxes() -> None:
    for mailbox in load_mailboxes():
        with requests.Session() as session:
            session.auth = (mailbox.user, mailbox.password)
            mailbox.store(session.get("https://mail.example/messages", timeout=10).json())


@shared_task
def sync_forums() -> None:
    for mailbox in load_mailboxes():
        with requests.Session() as session:
            session.post("https://forum.example/login", data={"user": mailbox.user}, timeout=10)
            mailbox.store(session.get("https://forum.example/inbox", timeout=10).json())
