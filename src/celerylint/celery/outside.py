"""Libraries that talk to another machine, and libraries that try again, as data: their root packages on PyPI."""

OUTSIDE_PACKAGES = frozenset(
    "requests httpx aiohttp urllib3 smtplib ftplib imaplib poplib telnetlib paramiko pysftp boto3 botocore aioboto3 "
    "redis pymongo motor elasticsearch opensearchpy grpc stripe twilio slack_sdk openai zeep ldap3".split()
)
"""Root packages whose calls fail while somebody else is down."""

OUTSIDE_FUNCTIONS = frozenset(
    {
        "urllib.request.urlopen",
        "urllib.request.urlretrieve",
        "socket.create_connection",
        "django.core.mail.send_mail",
        "django.core.mail.send_mass_mail",
        "django.core.mail.mail_admins",
    }
)
"""Functions of other packages that do."""

RETRYING_PACKAGES = frozenset("tenacity backoff stamina retrying retry opnieuw retryhttp".split())
"""Root packages whose decorators try a function again."""
