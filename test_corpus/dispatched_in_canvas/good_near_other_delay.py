"""The echo's `delay` gives a signature, and the list holds results only after the group has been built."""

from celery import chain, group, shared_task

from studio.sounds import Echo, play


@shared_task
def play_sound(sound: str) -> None:
    play(sound)


def rehearse(sounds: list[str]) -> list:
    echo = Echo()
    chain(echo.delay(0.5), play_sound.si("clap")).apply_async()
    parts = [play_sound.si(sound) for sound in sounds]
    concert = group(parts)
    results = []
    results.append(play_sound.delay("gong"))
    results.append(concert.delay())
    return results
