"""The default of all sockets is set."""

import socket
import urllib.request

from celery import shared_task

socket.setdefaulttimeout(20)


@shared_task
def check_page(url: str) -> int:
    with urllib.request.urlopen(url) as answer:
        return answer.status
