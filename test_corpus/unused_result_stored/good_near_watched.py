"""Somebody waits for these: for the progress, for the end, for the other parts of a chord."""

from celery import chord, shared_task

from site_search.index import compact, load_shards, reindex


@shared_task(bind=True)
def index_all(self, ids: list[int]) -> None:
    for done, article_id in enumerate(ids):
        reindex(article_id)
        self.update_state(state="PROGRESS", meta={"current": done, "total": len(ids)})


@shared_task
def compact_shard(shard: str) -> None:
    compact(shard)


@shared_task(ignore_result=True)
def note_compaction(_results: list) -> None:
    compact("all")


def compact_all() -> None:
    chord([compact_shard.s(shard) for shard in load_shards()])(note_compaction.s())


@shared_task
def index_article(article_id: int) -> None:
    reindex(article_id)


def index_and_wait(article_id: int) -> None:
    sent = index_article.delay(article_id)
    sent.get(timeout=10)
