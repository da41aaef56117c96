"""The words that every layer speaks: Span, Rule, Finding, Settings."""
