import asyncio
import subprocess
from time import sleep

import requests
from celery import Celery

app = Celery("media")


@app.task
def make_preview(url: str, target: str) -> None:
    async def _download() -> bytes:
        answer = requests.get(url, timeout=30)  # expect CEL412: requests.get(url, timeout=30)
        while answer.status_code == 202:
            sleep(1)  # expect CEL412: sleep(1)
            answer = requests.get(url, timeout=30)  # expect CEL412: requests.get(url, timeout=30)
        return answer.content

    async def _convert() -> None:
        content = await _download()
        subprocess.run(["convert", "-", target], input=content, check=True)  # expect CEL412: subprocess.run(["convert", "-", target], input=content, check=True)

    asyncio.run(_convert())
