broker_url = "redis://localhost"
timezone = "Europe/Atlantis"  # expect CEL731: "Europe/Atlantis"
