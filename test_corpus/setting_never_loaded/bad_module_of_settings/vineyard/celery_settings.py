timezone = "Europe/Rome"
