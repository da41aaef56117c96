import requests
from celery import shared_task
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from courts.store import keep_docket


@shared_task
def mirror_dockets(numbers: list[int]) -> None:
    with requests.Session() as session:
        session.headers["User-Agent"] = "docket-mirror"
        session.mount("https://", HTTPAdapter(max_retries=Retry(3)))
        for number in numbers:
            keep_docket(number, session.get(f"https://courts.example/dockets/{number}").text)  # expect CEL411: session.get(f"https://courts.example/dockets/{number}")


@shared_task
def login(user: str) -> str:
    session = requests.session()
    return session.post("https://courts.example/login", data={"user": user}, timeout=None).text  # expect CEL411: timeout=None
