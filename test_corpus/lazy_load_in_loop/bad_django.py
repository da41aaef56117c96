from celery import shared_task
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)


class Tag(models.Model):
    text = models.CharField(max_length=20)


class Article(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    editor = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="edited")
    reviewer = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="reviewed")
    tags = models.ManyToManyField(Tag)
    objects = models.Manager()


@shared_task
def index_articles() -> None:
    for article in Article.objects.filter(pk__gt=100).select_related("editor").iterator():
        print(article.editor.name, article.author.name)  # expect CEL323: article.author
        print(article.reviewer.pk)  # expect CEL323: article.reviewer
        print([tag.text for tag in article.tags.all()])  # expect CEL323: article.tags
