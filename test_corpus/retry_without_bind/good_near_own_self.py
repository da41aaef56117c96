"""Inside the task, a class and a lambda have a `self` of their own."""

from celery import shared_task

from chess.engine import evaluate


@shared_task(name="chess.rank_players")
def rank_players(games: list[dict]) -> list[str]:
    class Player:
        def __init__(self, name: str) -> None:
            self.name = name
            self.rating = 0.0

        def __str__(self) -> str:
            return f"{self.name} ({self.rating:.1f})"

    Player.label = lambda self: self.name.title()
    players = {game["white"]: Player(game["white"]) for game in games}
    for game in games:
        players[game["white"]].rating += evaluate(game["moves"])
    return [player.label() for player in players.values()]
