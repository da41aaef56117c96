from celery import shared_task
from django.utils import timezone

from shop import models


@shared_task
def index_articles() -> None:
    articles = models.Article.objects.filter(is_public=True, published__lte=timezone.now())  # expect CEL316: models.Article.objects ...
    for article in articles.select_related("author"):
        article.index()


@shared_task
def index_authors() -> None:
    for author in models.Author.objects.all():  # expect CEL316: models.Author.objects.all()
        author.index()
