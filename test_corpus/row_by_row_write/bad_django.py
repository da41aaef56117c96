from celery import shared_task
from django.utils import timezone

from blog.models import Article, Reading


@shared_task
def import_readings(rows: list[dict]) -> None:
    for row in rows:
        Reading.objects.create(article_id=row["article"], seconds=row.get("seconds", 0))  # expect CEL334: Reading.objects.create( ...


@shared_task
def expire() -> None:
    now = timezone.now()
    for article in Article.objects.filter(expires__lt=now):
        article.is_public = False
        article.expired = now
        article.save(update_fields=["is_public", "expired"])  # expect CEL334: article.save(update_fields=["is_public", "expired"])


@shared_task
def purge() -> None:
    drafts = Article.objects.filter(is_draft=True)
    for draft in drafts:
        if draft.is_empty:
            print("purging", draft.pk)
            draft.delete()  # expect CEL334: draft.delete()


@shared_task
def rank(ranks: dict[int, int]) -> None:
    for pk, rank in ranks.items():
        Article.objects.filter(pk=pk).update(rank=rank)  # expect CEL334: Article.objects.filter(pk=pk).update(rank=rank)
