"""Owners and blanks as they stand in titles and cells."""

import pytest

from launchready.exchange.reading import ends_with_owner, find_owners, is_placeholder, read_owners


@pytest.mark.parametrize(
    ("text", "owners", "rest"),
    [
        ("Docs - @ana", ("@ana",), "Docs"),
        ("Docs \N{EM DASH} @org/team-b", ("@org/team-b",), "Docs"),
        ("Docs - @org/{team-name}", ("@org/{team-name}",), "Docs"),
        ("Docs - @ana & @bo", ("@ana", "@bo"), "Docs"),
        ("Docs - @ana or @bo", ("@ana", "@bo"), "Docs"),
        ("Docs - @ana, @org/t and team lead", ("@ana", "@org/t", "team lead"), "Docs"),
        ("Docs (@ana)", ("@ana",), "Docs"),
        ("@ana: docs", ("@ana",), "docs"),
        ("Docs (owner: Ana Li)", ("Ana Li",), "Docs"),
        ("Draft (owned by PM) the brief", ("PM",), "Draft the brief"),
        ("Docs [assigned to Ana / Bo]", ("Ana", "Bo"), "Docs"),
        ("Docs. Owner: Ana", ("Ana",), "Docs"),
        ("Docs | @ana", ("@ana",), "Docs"),
    ],
)
def test_a_title_that_names_its_owners(text: str, owners: tuple[str, ...], rest: str) -> None:
    assert (find_owners(text).owners, find_owners(text).rest) == (owners, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Mail ana@example.org",
        "Docs - ana@example.org",
        "Ask @ana to look",
        "@ana should look",
        "Update package@latest",
        "Docs (cc @ana)",
        "Docs (owner: [Name])",
        "Docs - Ana",
        "Docs - Link",
        "Docs owned by somebody",
    ],
)
def test_a_title_that_names_none(text: str) -> None:
    assert (find_owners(text).owners, find_owners(text).rest) == ((), text)


def test_words_in_italics_after_a_dash_are_an_owner_if_they_are_a_role() -> None:
    assert find_owners("Docs - team lead", emphasised="team lead").owners == ("team lead",)
    assert find_owners("Docs - if needed", emphasised="if needed").owners == ()
    assert find_owners("Docs - optional", emphasised="optional", names_after_dash=True).owners == ()
    assert find_owners("The team lead", emphasised="team lead").owners == ()


@pytest.mark.parametrize(
    ("text", "owner"), [("Docs - Ian", "Ian"), ("Docs - GROWTH", "GROWTH"), ("Docs - Ana Li", "Ana Li")]
)
def test_a_plain_name_after_a_dash_needs_the_file_to_mark_owners_so(text: str, owner: str) -> None:
    assert find_owners(text).owners == ()
    assert find_owners(text, names_after_dash=True).owners == (owner,)


@pytest.mark.parametrize("text", ["Docs - Draft", "Docs - Phase 2", "Docs - in two parts"])
def test_other_endings_are_no_names(text: str) -> None:
    assert find_owners(text, names_after_dash=True).owners == ()


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Deanna / Peta", ("Deanna", "Peta")),
        ("GM/Peta", ("GM", "Peta")),
        ("@org/team", ("@org/team",)),
        ("@ana / @bo", ("@ana", "@bo")),
        ("Ana, Bo and Cy", ("Ana", "Bo", "Cy")),
        ("_team lead_", ("team lead",)),
        ("TBD", ()),
        ("[Name]", ()),
        ("@username", ()),
    ],
)
def test_a_cell_that_names_owners(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text) == owners


@pytest.mark.parametrize(
    "text",
    ["", " ", "TBD", "tbc", "N/A", "-", "____", "?", "[DATE]", "<name>", "{{ env.V }}", "YYYY-MM-DD", "dd/mm/yy"],
)
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["Ana", "2026-01-01", "[a] and [b]", "T-7", "Skip", "-" * 500])
def test_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


def test_a_line_that_ends_with_an_owner() -> None:
    assert ends_with_owner("Docs - @ana")
    assert not ends_with_owner("Docs for @ana")
