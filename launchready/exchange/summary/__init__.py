"""The readiness summary: page one and an annex, as PDF, HTML and Markdown."""
