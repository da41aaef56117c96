from celery import chord, group, shared_task

from choir.voices import record, mix


@shared_task
def record_voice(voice: str) -> str:
    return record(voice)


@shared_task
def mix_voices(tracks: list[str]) -> None:
    mix(tracks)


def perform(voices: list[str]) -> None:
    chord(
        group(record_voice.s(voice) for voice in voices),
        mix_voices.s(),
    ).apply_async(queue="studio")
