import asyncio
from functools import partial

from celery import Celery

from radar.scanner import open_ports

app = Celery("radar", broker="redis://localhost/0")
scan_task = partial(app.task, acks_late=True, time_limit=600)


@scan_task(name="radar.scan_host")
def scan_host(address: str) -> list[int]:
    return asyncio.run(_scan_host(address))


async def _scan_host(address: str) -> list[int]:
    return [port async for port in open_ports(address)]


@scan_task
def scan_network(addresses: list[str]) -> dict[str, list[int]]:
    return asyncio.run(_scan_network(addresses))


async def _scan_network(addresses: list[str]) -> dict[str, list[int]]:
    ports = {}
    for address in addresses:
        ports[address] = [port async for port in open_ports(address)]
    return ports
