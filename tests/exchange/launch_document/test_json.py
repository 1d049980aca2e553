"""The launch as JSON: valid by its schema, complete, and the schema that ships is that of the types.

`LAUNCHREADY_RENEW_GOLDEN=1 pytest …` writes the schema anew.
"""

from __future__ import annotations

import json
import os
from typing import Any

import jsonschema
import msgspec
import pytest

from launchready.exchange.launch_document import form as launch_document
from launchready.exchange.launch_document import json as launch_json
from launchready.exchange.launch_document import parts as launch_document_parts
from launchready.exchange.launch_document.form import LaunchDocument
from launchready.launch import model
from launchready.places import resources
from tests.exchange import sample_exports as samples

SCHEMA = resources() / "summary" / "launch.schema.json"


def _schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return found


def test_the_schema_is_that_of_the_types() -> None:
    if os.environ.get("LAUNCHREADY_RENEW_GOLDEN"):
        SCHEMA.write_bytes(launch_json.schema())
    assert SCHEMA.read_bytes() == launch_json.schema(), "renew it; see the head of this file"
    jsonschema.Draft202012Validator.check_schema(_schema())


@pytest.mark.parametrize("make", [samples.midway, samples.decided, samples.empty, samples.hostile])
def test_what_is_written_is_valid(make: object) -> None:
    made = json.loads(launch_json.write(make()))  # type: ignore[operator]
    jsonschema.Draft202012Validator(_schema()).validate(made)
    assert (made["format"], made["version"]) == ("launchready.launch", 1)


def test_the_schema_refuses_something_else() -> None:
    made = json.loads(launch_json.write(samples.decided()))
    for path, wrong in ((("version",), 2), (("tasks", 0, "lane"), "sales"), (("tasks", 0, "status"), "nearly")):
        spoiled = json.loads(json.dumps(made))
        place = spoiled
        for step in path[:-1]:
            place = place[step]  # type: ignore[index]
        place[path[-1]] = wrong  # type: ignore[index]
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(_schema()).validate(spoiled)


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("Task", set()),
        ("Claim", set()),
        ("Condition", set()),
        ("Waiver", set()),
        ("Escalation", set()),
        ("Recorded", set()),
        ("Activity", set()),
        ("Delegation", set()),
        ("Evidence", set()),
        ("Step", set()),
        ("Word", set()),
        ("Due", set()),
        ("SignOff", {"covered"}),  # its digest says what it was
        ("Ruling", {"covered"}),
    ],
)
def test_nothing_of_the_launch_is_left_out(name: str, left_out: set[str]) -> None:
    kind = getattr(launch_document, name, None) or getattr(launch_document_parts, name)
    held = {field.name for field in msgspec.structs.fields(getattr(model, name))}
    assert held - {field.name for field in msgspec.structs.fields(kind)} == left_out


def test_the_document_comes_back_whole() -> None:
    export = samples.decided()
    back = msgspec.json.decode(launch_json.write(export), type=LaunchDocument)
    assert back == launch_json.launch_document(export)
    for task in back.tasks:
        held = export.launch.tasks[task.id]
        assert msgspec.convert(msgspec.to_builtins(held), dict)["title"] == task.title
        assert (task.status, task.gating, task.prerequisites) == (held.status, held.gating, held.prerequisites)
    assert [one.position.value for one in back.sign_offs] == ["go", "conditions"]
    assert back.decision.verdict == "conditions"
    assert back.log.entries == len(export.entries)


def test_keys_stand_in_the_order_of_the_types() -> None:
    made = json.loads(launch_json.write(samples.midway()))
    assert list(made) == [field.name for field in msgspec.structs.fields(LaunchDocument)]
    orders = {tuple(task) for task in made["tasks"]}
    assert orders == {tuple(field.name for field in msgspec.structs.fields(launch_document_parts.Task))}
