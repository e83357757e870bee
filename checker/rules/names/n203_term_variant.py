"""One term is spelt in two ways.

House styles differ on e-mail and email, and either is right; an article that has both has not been read through.

## Flagged

> The council sent an e-mail to residents. By noon it had 400 emails in reply.

## Fine

> The council sent an email to residents. By noon it had 400 emails in reply.

> The adviser said the World Trade Organization had grown. Her organisation, a charity, had not.

## Limits

Knows the terms of its word list only, in the singular and with an s. Spellings inside quotations count too, since
they are the desk's and not the speaker's. A note, because some lists of terms are a matter of taste.
"""

from __future__ import annotations

from checker.finding import Severity
from checker.lexicon import consistent
from checker.rule import Rule

rule = Rule(__name__, Severity.NOTE)

consistent(rule)
