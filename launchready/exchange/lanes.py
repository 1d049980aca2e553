"""Which lane a task belongs to, judged by its words when the file does not say."""

import re
from collections.abc import Set
from functools import cache, lru_cache

from launchready.exchange.checklist import Lane

# Whole words and phrases, singular; a plural "s" matches as well, and so do spaces for hyphens. A longer phrase hides
# the words inside it: a press release is no release, release notes are no notes for the press.
PM_WORDS = """
    acceptance criteria, acceptance test, accessibility, alert, analytics event, api, architecture, audit log,
    backend, backup, backward compatibility, backwards compatibility, benchmark, beta exit, billing, breaking
    change, bug, bug bash, bug triage, build, changelog, ci, code, code freeze, code review, compatibility,
    compliance, cve, data model, database, defect, dependency, deploy, deployed, deployment, developer
    documentation, dns, doc, docs, documentation, edge case, eng, engineer, engineering, error rate, escalation
    path, feature complete, feature flag, feature freeze, functional requirement, gdpr, guardrail, health check,
    help center, help centre, help desk, help doc, https, incident, incident response, infrastructure,
    instrumentation, integration test, iteration plan, kill switch, knowledge base, known issue, known limitation,
    latency, legal, legal review, load test, logging, maven, merge, migration, migration guide, monitor, monitoring,
    observability, on-call, oncall, patch, penetration test, performance, performance test, permission, pipeline,
    pm, post-mortem, postmortem, prd, privacy, privacy review, product manager, product quality, product
    requirement, production readiness, prototype, pull request, qa, quality, quota, redundancy, regression, release
    branch, release candidate, release note, release tag, reliability, repository, requirement, rollback, rolled
    back, rollout, rollout plan, runbook, scalability, schema, scope, security, security review, server, service
    level, sla, slo, sre, staged rollout, staging, status page, support, support article, support documentation,
    support team, support ticket, support training, technical documentation, telemetry, terms of service, test, test
    case, test plan, tested, testing, tooltip, unit test, uptime, usability test, user story, user testing, ux, ux
    review, vulnerability, wireframe
"""
PMM_WORDS = """
    ad, advert, advertise, advertising, ambassador, analyst, analyst briefing, announce, announcement, app store
    listing, article, battle card, battlecard, blog, blog post, brand, branding, brochure, buyer, campaign, case
    study, changelog announcement, collateral, comms, communication plan, community post, competitive, competitive
    analysis, competitive positioning, competitor, content calendar, content marketing, copywriting, customer
    reference, customer story, demand generation, demo script, demo video, e-mail, email, email announcement, email
    campaign, embargo, event, external comms, facebook, g2, go-to-market, gtm, in-app announcement, influencer,
    instagram, journalist, key message, keynote, landing page, launch event, launch post, launch video, lead
    generation, lead routing, linkedin, mailing list, market research, marketing, marketing site, media kit, media
    list, message test, messaging, naming, newsletter, objection, objection handler, one pager, one-pager, outreach,
    packaging, persona, pitch, pitch deck, pmm, podcast, positioning, positioning statement, pr agency, press, press
    kit, press release, pricing page, product hunt, product marketing, product marketing manager, product page,
    promo, promotion campaign, promotional, public relations, sales, sales brief, sales deck, sales enablement,
    sales kit, sales one-pager, sales script, sales team, sales training, screenshot, segment, seo, slide deck,
    social, social media, social post, spokespeople, spokesperson, sponsorship, storytelling, swag, tagline, target
    audience, teaser, testimonial, trademark, tweet, twitter, value prop, value proposition, value story, webinar,
    website copy, youtube
"""

_WORD = re.compile(r"\w+")


def lane_of(title: str, area: str = "", owner: str = "") -> Lane:
    """PM or PMM if the words agree on one, else Joint.

    An owner that is the role itself ("PM", "PMM / Sales") says it outright; then the title decides, and only where
    the title has none of the words, the area; where that has none either, the owner ("Marketing").
    """
    if owner and (roles := _roles(owner)):
        return _one_of(roles)
    lanes = _lanes_named(title) or _lanes_around(area) or _lanes_around(owner)
    return _one_of(lanes) if lanes else "joint"


@lru_cache(1000)
def _roles(owner: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", owner.lower()) if word in ("pm", "pmm"))


@lru_cache(1000)
def _lanes_around(text: str) -> frozenset[str]:
    """Of an area or an owner, which stand at many tasks."""
    return frozenset(_lanes_named(text))


def _one_of(lanes: Set[str]) -> Lane:
    if lanes == {"pm"}:
        return "pm"
    return "pmm" if lanes == {"pmm"} else "joint"


def _lanes_named(text: str) -> set[str]:
    """The lanes of the phrases in a text, from left to right; a phrase hides those that begin inside it."""
    phrases, first_words = _phrases()
    lowered = text[:2000].lower()
    plain = lowered.replace(" ", "").isalnum()
    begun = first_words.intersection(lowered.split() if plain else _WORD.findall(lowered))
    if not begun:
        return set()
    if len(begun) == 1:
        those, lanes = phrases[begun.pop()]
        return {lanes.get(phrase) or lanes[_spelled(phrase)] for phrase in those.findall(lowered)}
    spans = [
        (*match.span(), lanes.get(match[0]) or lanes[_spelled(match[0])])
        for those, lanes in map(phrases.__getitem__, begun)
        for match in those.finditer(lowered)
    ]
    found: set[str] = set()
    end = 0
    for start, after, lane in sorted(spans):
        if start >= end:
            found.add(lane)
            end = after
    return found


def _spelled(phrase: str) -> str:
    return re.sub(r"[\s-]+", " ", phrase.lower())


@cache
def _phrases() -> tuple[dict[str, tuple[re.Pattern[str], dict[str, str]]], set[str]]:
    """By its first word each pattern of the phrases that begin so, longer ones first, and their lanes; the first words.

    The word stands first in its pattern and what may not stand before it is looked for afterwards: so it is found fast.
    """
    lanes = {_spelled(phrase.strip()): "pm" for phrase in PM_WORDS.split(",")}
    lanes |= {_spelled(phrase.strip()): "pmm" for phrase in PMM_WORDS.split(",")}
    rests: dict[str, list[str]] = {}
    for phrase in sorted(lanes, key=lambda phrase: (-len(phrase), phrase)):
        first, _, rest = phrase.partition(" ")
        rests.setdefault(first, []).append(re.escape(f" {rest}").replace(r"\ ", r"[\s-]+") if rest else "")
    found = {}
    for first, those in rests.items():
        begins = rf"{first}(?<![\w@/.-]{first})(?<!\d\s{first})"
        pattern = re.compile(rf"{begins}(?:{'|'.join(those)})(?:s?(?![\w/]|\.\w))")
        own = {phrase: lane for phrase, lane in lanes.items() if phrase.split(" ")[0] == first}
        own |= {f"{phrase}s": lane for phrase, lane in own.items() if f"{phrase}s" not in own}
        found[first] = pattern, own
        if "" in those:
            found.setdefault(f"{first}s", found[first])
    return found, set(found)
