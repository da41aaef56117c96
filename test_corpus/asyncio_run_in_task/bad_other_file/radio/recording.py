import asyncio


def run_recording(station: str, minutes: int) -> None:
    asyncio.run(_record(station, minutes))


async def _record(station: str, minutes: int) -> None:
    print(station, minutes)
