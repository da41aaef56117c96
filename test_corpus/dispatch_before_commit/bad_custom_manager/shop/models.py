from django.db import models


class StatusManager(models.Manager):
    def get_current(self):
        return self.latest("id")


class Status(models.Model):
    enabled = models.BooleanField(default=True)

    objects = StatusManager()
