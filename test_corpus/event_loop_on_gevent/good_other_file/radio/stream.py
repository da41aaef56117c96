async def record(station: str, minutes: int) -> str:
    print(station, minutes)
    return f"{station}.ogg"
