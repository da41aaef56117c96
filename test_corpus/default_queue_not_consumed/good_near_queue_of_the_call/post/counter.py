from post.tasks import deliver_letter, deliver_parcel


def hand_in(letter: str, parcel: str) -> None:
    deliver_parcel.delay(parcel)
    deliver_letter.apply_async((letter,), queue="letters")
