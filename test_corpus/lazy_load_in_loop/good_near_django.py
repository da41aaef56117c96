"""The query has loaded what is read, a column is read, or the manager asks a question of its own."""

from celery import shared_task
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)


class Tag(models.Model):
    text = models.CharField(max_length=20)


class NoteManager(models.Manager):
    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().select_related("author")


class Note(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    objects = NoteManager()


class Article(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)


@shared_task
def index_articles(related: list[str]) -> None:
    for article in Article.objects.select_related("author__publisher").prefetch_related("tags").iterator(500):
        print(article.author.name, [tag.text for tag in article.tags.all()])
    for article in Article.objects.filter(pk__gt=100).iterator():
        print(article.author_id)
        article.tags.add(1)
    for note in Note.objects.filter(pk__gt=100).iterator():
        print(note.author.name)
    for article in Article.objects.select_related(*related).iterator():
        print(article.author.name)
