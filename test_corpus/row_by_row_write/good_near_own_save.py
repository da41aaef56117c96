"""The model does more when it is saved or deleted, which a statement for all rows would pass over."""

from celery import shared_task
from django.db import models

from blog.search import forget, index


class Article(models.Model):
    title = models.CharField(max_length=80)
    is_public = models.BooleanField(default=True)

    def save(self, *args, **kwargs) -> None:
        super().save(*args, **kwargs)
        index(self)

    def delete(self, *args, **kwargs) -> tuple:
        forget(self)
        return super().delete(*args, **kwargs)


@shared_task
def import_articles(titles: list[str]) -> None:
    for title in titles:
        Article.objects.create(title=title)


@shared_task
def hide_all() -> None:
    for article in Article.objects.filter(pk__gt=100):
        article.is_public = False
        article.save()


@shared_task
def purge() -> None:
    for article in Article.objects.filter(is_public=False):
        article.delete()
