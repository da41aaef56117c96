from celery import Celery, Task

from chess.db import SessionLocal
from chess.ratings import record_game

app = Celery("chess")


class RecordTournament(Task):
    name = "chess.record_tournament"

    def run(self, tournament_id: int, games: list[str]) -> list[str]:
        with SessionLocal() as session:
            unreadable = self.record(session, tournament_id, games)
            session.commit()
        return unreadable

    def record(self, session, tournament_id, games):
        unreadable = []
        for game in games:
            try:
                with session.begin_nested():
                    record_game(session, tournament_id, game)
            except:
                unreadable.append(game)
        return unreadable


app.register_task(RecordTournament())
