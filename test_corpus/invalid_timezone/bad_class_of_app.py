from celery import Celery


class Ferry(Celery):
    def __init__(self) -> None:
        super().__init__("ferry", broker="redis://localhost", timezone="Europe/Atlantis")  # expect CEL731: "Europe/Atlantis"
