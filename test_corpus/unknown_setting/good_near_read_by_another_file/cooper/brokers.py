from cooper import settings


def reserve() -> str:
    return settings.broker_urls[1]
