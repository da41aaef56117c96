from celery import group, shared_task

from choir.voices import record, mix


@shared_task
def record_voice(voice: str) -> str:
    return record(voice)


@shared_task
def mix_voices(tracks: list[str]) -> None:
    mix(tracks)


def perform(voices: list[str]) -> None:
    group(record_voice.s(voice) for voice in voices).apply_async(
        link=mix_voices.s(),  # expect CEL609: link=mix_voices.s()
        queue="studio",
    )
