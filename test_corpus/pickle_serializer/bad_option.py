from celery import shared_task


@shared_task(serializer="pickle")  # expect CEL708: serializer="pickle"
def fit_model(frame):
    return frame.describe()


def refit(frame):
    fit_model.apply_async((frame,), serializer="pickle")  # expect CEL708: serializer="pickle"
