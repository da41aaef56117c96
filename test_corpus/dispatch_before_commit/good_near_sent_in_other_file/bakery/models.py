from django.db import models


class Order(models.Model):
    loaves = models.IntegerField()
