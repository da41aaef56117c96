from functools import partial

from celery import Celery

from radar.scanner import open_ports

app = Celery("radar", broker="redis://localhost/0")
scan_task = partial(app.task, acks_late=True, time_limit=600)


@scan_task(name="radar.scan_host")
async def scan_host(address: str) -> list[int]:  # expect CEL101: async def scan_host
    return [port async for port in open_ports(address)]


@scan_task
async def scan_network(addresses: list[str]) -> dict[str, list[int]]:  # expect CEL101: async def scan_network
    ports = {}
    for address in addresses:
        ports[address] = [port async for port in open_ports(address)]
    return ports
