"""Calls that do something a second time when they are made a second time, by qualified name. Sources: Django, smtplib,
the Python libraries of Stripe, Twilio, SendGrid, Slack and boto3."""

MAIL = "mails"
PAYMENT = "payments"
MESSAGE = "messages"
REQUEST = "requests"
ROW = "rows"

EFFECTS = {
    **{f"django.core.mail.{name}": MAIL for name in ("send_mail", "send_mass_mail", "mail_admins", "mail_managers")},
    **{f"django.core.mail.{name}().send": MAIL for name in ("EmailMessage", "EmailMultiAlternatives")},
    **{f"smtplib.{name}().{method}": MAIL for name in ("SMTP", "SMTP_SSL") for method in ("sendmail", "send_message")},
    **{f"flask_mail.{name}": MAIL for name in ("Mail().send", "Mail().send_message")},
    **{f"sendgrid.{name}().send": MAIL for name in ("SendGridAPIClient", "sendgrid.SendGridAPIClient")},
    **{f"stripe.{name}.create": PAYMENT for name in ("Charge", "PaymentIntent", "Refund", "Transfer", "Payout")},
    "twilio.rest.Client().messages.create": MESSAGE,
    "slack_sdk.WebClient().chat_postMessage": MESSAGE,
}
"""What a call makes one more of."""
