"""Made-up exports as real products write them, in several languages, and what people do to their plans by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from launchready.exchange import readers
from launchready.exchange.checklist import ChecklistDue, ChecklistTask
from tests.exchange.reading_tables import book, refused, tasks, understood, warned


def told(found: tuple[ChecklistTask, ...]) -> list[tuple[str, str | None, str, dt.date | None]]:
    return [(task.title, task.status, task.owner, task.due.date if task.due else None) for task in found]


def test_jira_in_german_with_semicolons_and_its_months() -> None:
    found = understood(
        "\ufeffZusammenfassung;Vorgangsschlüssel;Vorgangs-ID;Status;Lösung;Zugewiesene Person;Fälligkeitsdatum;"
        "Stichwörter;Stichwörter;Beschreibung;Statuskategorie\n"
        'Seite bauen;WEB-12;12;In Arbeit;;Anna Müller;15/Mär/26 12:00 AM;web;pr;"Mehr\nmit; Zeichen";In Bearbeitung\n'
        "Texte;WEB-13;13;Fertig;Erledigt;Bo;20/Dez/26 12:00 AM;;;;Fertig\n"
        "Presse;WEB-14;14;Zu erledigen;;;;;;;Zu erledigen\n"
    )
    assert found.product == "jira"
    assert told(found.checklist.tasks) == [
        ("Seite bauen", "in-progress", "Anna Müller", dt.date(2026, 3, 15)),
        ("Texte", "done", "Bo", dt.date(2026, 12, 20)),
        ("Presse", "to-do", "", None),
    ]
    assert found.checklist.tasks[0].notes == "Mehr\nmit; Zeichen\nStichwörter: web\nStichwörter: pr"


def test_jira_in_french() -> None:
    found = tasks(
        "Résumé,Clé de ticket,ID de ticket,État,Résolution,Personne assignée,Date d'échéance\n"
        "Écrire,LAN-1,1,Terminé(e),Terminé,Zoé,15/févr./26 12:00 AM\n"
        "Préparer,LAN-2,2,En cours,,Luc,28/août/26 12:00 AM\nValider,LAN-3,3,À faire,,,\n"
    )
    assert told(found) == [
        ("Écrire", "done", "Zoé", dt.date(2026, 2, 15)),
        ("Préparer", "in-progress", "Luc", dt.date(2026, 8, 28)),
        ("Valider", "to-do", "", None),
    ]


def test_planner_in_german_below_its_own_facts() -> None:
    rows = [
        ["Planname", "Launch"],
        ["Exportdatum", "2026-02-01"],
        [],
        ["Aufgaben-ID", "Aufgabenname", "Bucketname", "Status", "Zugewiesen zu", "Fälligkeitsdatum", "Beschreibung"],
        ["x1", "Brief", "Vorher", "Abgeschlossen", "Ana;Bo", "15.03.2026", "a"],
        ["x2", "Draft", "Vorher", "Nicht begonnen", "", "", ""],
    ]
    found = readers.read_content(book(("Aufgaben", rows)), "plan.xlsx")
    assert found.product == "planner"
    assert told(found.checklist.tasks) == [
        ("Brief", "done", "Ana", dt.date(2026, 3, 15)),
        ("Draft", "to-do", "", None),
    ]


def test_clickup_writes_null_and_lists_as_json() -> None:
    first, second = tasks(
        "Task ID,Task Name,Task Content,Status,Due Date,Parent ID,Assignees,Tags,List Name,Space Name,Checklists\n"
        'a1,Build,Any,in progress,1740787200000,null,"[Ana Lee,Bo]","[web,pr]",Site,Ops,"{""A"":[""One"",""Two""]}"\n'
        "a2,Write,,complete,null,a1,[],[],Site,Ops,{}\n"
    )
    assert ([step.text for step in first.steps], first.owner, first.due) == (
        ["One", "Two"],
        "Ana Lee",
        ChecklistDue(date=dt.date(2025, 3, 1)),
    )
    assert (second.steps, second.owner, second.due, second.notes) == ((), "", None, "")


def test_mondays_rows_of_subitems_stand_for_those_its_column_lists() -> None:
    (task,) = tasks(
        'Name,Subitems,Person,Status\nPage,"Copy, Design",Ana,Done\nSubitems,Name,Owner,Status\n,Copy,Bo,Done\n'
        ",Design,Cy,Stuck\n"
    )
    assert [(step.text, step.done) for step in task.steps] == [("Copy", True), ("Design", False)]


def test_trello_as_csv() -> None:
    found = understood(
        "Card ID,Card Name,Labels,Members,Due Date,List Name,Archived,Due Complete\n"
        "a1,Brief,web,Ana Lee,2026-03-01T10:00:00.000Z,Doing,false,false\n"
        "a2,Old,,,,Done,true,true\na3,Ship,,,,Done,false,false\na4,Sign,,,2026-03-01,Doing,false,true\n"
    )
    assert [(task.title, task.status) for task in found.checklist.tasks] == [
        ("Brief", "in-progress"),
        ("Ship", "done"),
        ("Sign", "done"),
    ]
    assert [(row.place, row.why) for row in found.skipped] == [("row 3", "archived")]


def test_notion_names_pages_with_their_addresses_and_spans_of_days() -> None:
    first, second = tasks(
        "Name,Assign,Status,Due date,Parent task,Sub-tasks\n"
        'Brief,Ana,Done,"March 1, 2026",,"Draft (https://www.notion.so/Draft-1?pvs=21)"\n'
        'Draft,Bo,In progress,"March 5, 2026 \u2192 March 8, 2026",Brief (https://www.notion.so/Brief-1?pvs=21),\n'
    )
    assert (first.owner, first.steps, second.area) == ("Ana", (), "Brief")
    assert second.due == ChecklistDue(date=dt.date(2026, 3, 8))


def test_two_header_rows() -> None:
    rows = [
        ["Product launch plan"],
        ["Phase", "Task", "Dates", "", "Owner"],
        ["", "", "Start", "End", ""],
        ["Prep", "Brief", dt.date(2026, 3, 1), dt.date(2026, 3, 9), "Ana"],
    ]
    (task,) = readers.read_content(book(("Plan", rows)), "plan.xlsx").checklist.tasks
    assert (task.title, task.area, task.owner, task.place) == ("Brief", "Prep", "Ana", "row 4")
    assert task.due == ChecklistDue(date=dt.date(2026, 3, 9))


@pytest.mark.parametrize("title", ["Total", "Grand total", "Total tasks: 2", "Summe", "Subtotal:"])
def test_rows_that_sum_up_are_no_tasks(title: str) -> None:
    found = understood(f"Task,Owner,Hours\nBrief,Ana,4\nTotal rewrite of the page,,9\n{title},,13\n")
    assert [task.title for task in found.checklist.tasks] == ["Brief", "Total rewrite of the page"]
    assert [(row.place, row.why) for row in found.skipped] == [("row 4", "total")]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("15. März 2026", dt.date(2026, 3, 15)),
        ("15 mars 2026", dt.date(2026, 3, 15)),
        ("15 de marzo de 2026", dt.date(2026, 3, 15)),
        ("15/juil./26 2:00 PM", dt.date(2026, 7, 15)),
        ("Tue 2/3/26", dt.date(2026, 2, 3)),
        ("Mon 2/3/26", dt.date(2026, 3, 2)),
        ("2026-02-01 - 2026-03-01", dt.date(2026, 3, 1)),
    ],
)
def test_dates_of_other_languages_with_a_weekday_or_as_a_span(said: str, date: dt.date) -> None:
    found = understood(f'Task,Due\nA,"{said}"\n')
    assert found.checklist.tasks[0].due == ChecklistDue(date=date)
    assert warned(found) == []


def test_excels_own_separator_line_in_another_encoding() -> None:
    data = "sep=;\nAufgabe;Verantwortlich;Fällig am;Erledigt\nSeite;Ana;15.03.2026;x\nText;Bo;;\n".encode("cp1252")
    assert refused(data)[0] == "import-not-utf8"
    from launchready.exchange.understood import Options

    found = readers.read_content(data, "plan.csv", Options(encoding="cp1252")).checklist.tasks
    assert [(task.title, task.owner, task.done) for task in found] == [("Seite", "Ana", True), ("Text", "Bo", False)]


def test_jira_in_russian() -> None:
    found = understood(
        "Тема,Ключ проблемы,Статус,Решение,Исполнитель,Срок исполнения,Входящая связь задачи (Blocks)\n"
        "Страница,WEB-1,Выполняется,,Анна,30/сен/26 00:00,WEB-2\n"
        "Тексты,WEB-2,Закрыт,Готово,,,\n"
    )
    assert found.product == "jira"
    assert told(found.checklist.tasks) == [
        ("Страница", "in-progress", "Анна", dt.date(2026, 9, 30)),
        ("Тексты", "done", "", None),
    ]
    assert found.checklist.tasks[0].prerequisites == ("WEB-2",)


def test_plans_in_japanese_and_chinese() -> None:
    assert told(tasks("No,タスク名,担当者,期限,ステータス\n1,告知,田中,2026年9月1日,完了\n2,研修,,,未着手\n")) == [
        ("告知", "done", "田中", dt.date(2026, 9, 1)),
        ("研修", "to-do", "", None),
    ]
    assert told(tasks("序号,任务,负责人,截止日期,状态\n1,发布,张三,2026.09.01,进行中\n")) == [
        ("发布", "in-progress", "张三", dt.date(2026, 9, 1))
    ]


def test_todoist_has_its_sections_and_comments_as_rows() -> None:
    found = understood(
        "TYPE,CONTENT,PRIORITY,INDENT,RESPONSIBLE,DATE\n"
        "section,Website,,,,\ntask,Page,4,1,Ana,2026-03-01\n,,,,,\ntask,Texts,4,2,,\nnote,See the brief,,,,\n"
        "section,Press,,,,\ntask,Release,1,1,,\n"
    )
    assert [(task.title, task.area) for task in found.checklist.tasks] == [
        ("Page", "Website"),
        ("Texts", "Website"),
        ("Release", "Press"),
    ]
    assert [(row.why, row.said) for row in found.skipped] == [
        ("section", "Website"),
        ("no-title", "See the brief"),
        ("section", "Press"),
    ]


def test_a_tree_with_a_column_of_titles_for_each_level() -> None:
    found = tasks(
        "ID,Work Item Type,Title 1,Title 2,Title 3,State,Area Path\n"
        "1,Epic,Marketing,,,New,Shop\n2,Feature,,Mail,,Active,Shop\\Web\n"
        "3,User Story,,,Letter,Closed,Shop\\Web\n4,Epic,Product,,,Done,Shop\n"
    )
    assert [(task.title, task.status, task.area) for task in found] == [
        ("Marketing", "to-do", "Shop"),
        ("Mail", "in-progress", "Web"),
        ("Letter", "done", "Web"),
        ("Product", "done", "Shop"),
    ]


def test_counts_below_a_list_are_no_tasks() -> None:
    found = understood(
        "\u2713,Task,Owner,Due\nTRUE,Brief,PM,T-30\nFALSE,Done page,PMM,\n,,,\n"
        ",Total tasks,2,\n,Completed,1,\n,% complete,50%,\n"
    )
    assert [task.title for task in found.checklist.tasks] == ["Brief", "Done page"]
    assert [row.why for row in found.skipped] == ["total", "total", "total"]


def test_columns_to_tick_yes_or_no() -> None:
    found = tasks("Ref,Question,Yes,No,N/A\n1,Is it live?,X,,\n2,Is it translated?,,X,\n3,Is it signed?,,,X\n")
    assert [(task.id, task.done) for task in found] == [("1", True), ("2", False), ("3", False)]


def test_one_person_with_a_comma_beside_one_address() -> None:
    text = 'Task ID,Name,Completed At,Assignee,Assignee Email\n1,Page,,"O\'Brien, Sam",sam@x.org\n'
    assert tasks(text)[0].owner == "O'Brien, Sam <sam@x.org>"
    assert tasks('Task,Owner\nPage,"Sam, Ana"\n')[0].owner == "Sam"


def test_pages_of_notion_that_wait_for_each_other() -> None:
    page = "(https://www.notion.so/Blog-0123)"
    found = tasks(f"Name,Status,Due,Blocked by\nBlog,Done,,\nSite,Open,09/14/2026 9:00 AM (EDT),Blog {page}\n")
    assert (found[1].prerequisites, found[1].due) == (("Blog",), ChecklistDue(date=dt.date(2026, 9, 14)))


def test_links_of_planning_programs_that_are_no_prerequisites() -> None:
    found = understood("ID,Task Name,Resource Names,Predecessors\n1,Page,Ana,\n2,Texts,Bo,1SS+2d\n")
    assert found.product == "project"
    assert warned(found) == [
        "plan.csv, row 3, column Predecessors: \u201c1SS+2d\u201d is no finish-to-start dependency, so nothing "
        "waits for it."
    ]


def test_a_second_table_below_is_left_out() -> None:
    found = understood(
        "ID,Name,End date,Completion\n0,Plan,2026-03-01,100\n1,Build,2026-03-08,50\n\n"
        "ID,Name,Default role,e-mail\n0,Ana,,a@x.org\n"
    )
    assert [(task.title, task.status) for task in found.checklist.tasks] == [("Plan", "done"), ("Build", "in-progress")]
    assert [(row.why, row.place) for row in found.skipped] == [("other-table", "row 5"), ("other-table", "row 6")]


def test_the_column_of_titles_is_the_one_that_each_row_fills() -> None:
    found = tasks("id,name,tasks,state\n1,Brief,[x] One; [ ] Two,Completed\n2,Page,,Started\n3,Press,,Started\n")
    assert [task.title for task in found] == ["Brief", "Page", "Press"]


def test_areas_by_milestone_folder_and_task_list() -> None:
    assert tasks("Title,State,Milestone\nPage,Open,Beta\n")[0].area == "Beta"
    assert tasks("Title,Status,Folder\nPage,Active,/Launch/Web/\n")[0].area == "Web"
    assert tasks("Tasklist,Task\nWeb,Page\n")[0].area == "Web"


def test_evidence_without_an_address_is_kept_in_the_notes() -> None:
    first, second = tasks("Task,Evidence,Notes\nPage,rehearse.sh,Later\nTexts,https://x.org/t,\n")
    assert (first.notes, first.links) == ("Later\nEvidence: rehearse.sh", ())
    assert (second.notes, [link.link for link in second.links]) == ("", ["https://x.org/t"])
