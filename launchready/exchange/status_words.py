"""What people call a status: read by the word, by a near spelling, by the words inside, or not at all."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache

from launchready.exchange.checklist import ChecklistStatus
from launchready.exchange.understood import How

WORDS: dict[ChecklistStatus, str] = {
    "done": """done, closed, complete, completed, finished, resolved, shipped, released, launched, live, merged,
        deployed, delivered, published, achieved, accepted, passed, pass, verified, approved, fixed, signed off,
        yes, y,
        true, x, ok, okay, checked, check, ticked, all done, in production, implemented, green tick, handed over,
        sent,
        archived, complete on time, done done, 100%""",
    "to-do": """to do, todo, open, new, backlog, not started, not yet started, notstarted, not done, not complete,
        not completed, incomplete, uncompleted, unfinished, unresolved, unstarted, undone, planned, planning, pending,
        queued, queue, upcoming, scheduled, ready, selected for development, ready for development, ready for dev,
        assigned, unassigned, requested, proposed, draft, fail, failed, created, reopened, re opened, future, next,
        next up, later,
        someday, icebox, ideas, triage, needs triage, accepted for work, to be done, to be started, yet to start,
        no, n,
        false, unchecked, not live, not approved, not ready, inactive, 0%, none, tbd, outstanding, remaining, due""",
    "in-progress": """in progress, inprogress, in process, doing, wip, work in progress, working on it, working,
        started, active, ongoing, on going, underway, under way, in work, in review, review, under review,
        code review,
        peer review, in development, development, in dev, dev, implementing, in implementation, testing, in testing,
        in test, test, qa, in qa, uat, verification, validating, validation, in design, designing, drafting, writing,
        on track, at risk, off track, behind, delayed, late, overdue, partial, partially done, partially complete,
        partly done, almost done, nearly done, half done, ready for review, ready for qa, ready for test,
        ready for testing,
        patch available, ready for release, ready to release, ready to deploy, awaiting review, in approval, current,
        indeterminate,
        amber, yellow""",
    "blocked": """blocked, on hold, hold, onhold, stuck, waiting, waiting for, waiting on, waiting for customer,
        waiting for support, paused, suspended, impeded, blocked by, parked, stalled, deferred, postponed, awaiting,
        awaiting approval, awaiting input, held, frozen, red""",
    "not-applicable": """n/a, na, not applicable, cancelled, canceled, cancel, won't do, wont do, will not do,
        won't fix, wontfix, wont fix, dropped, descoped, de scoped, out of scope, duplicate, rejected,
        declined, obsolete, skipped,
        skip, abandoned, removed, not needed, not required, no longer needed, invalid, not planned, discarded,
        void""",
}
WORDS_ABROAD: dict[ChecklistStatus, str] = {
    "done": """erledigt, fertig, fertiggestellt, abgeschlossen, geschlossen, gelöst, ja, terminé, terminée, terminé e,
        terminés, fait, faite, fermé, fermée, résolu, achevé, oui, hecho, hecha, terminado, terminada, completado,
        completada, finalizado, finalizada, cerrado, cerrada, resuelto, listo, sí, si, concluído, concluída,
        concluido,
        concluida, feito, feita, fechado, fechada, resolvido, pronto, sim, gereed, klaar, afgerond, voltooid,
        gesloten,
        fatto, completato, completata, chiuso, chiusa, risolto, gotowe, zakończone,
        ukończone, zrobione, tak, готово, выполнено, выполнена, сделано, закрыт, закрыта, закрыто, решен, решена,
        решено, завершено, завершена, да, 完了, 済, 済み, 対応済み, 已完成, 完成, 已关闭, 是,
        realizado, realizada, cumplido, cumplida, ejecutado, ejecutada, entregado, entregue, achevée, réalisé,
        réalisée,
        umgesetzt, виконано, завершено, 已上线, 已发布, 已解决, 완료, 완료됨, tamamlandı, bitti, مكتمل, مكتملة, تم,
        منجز, klar,
        färdig, ferdig, valmis""",
    "to-do": """zu erledigen, offen, neu, geplant, ausstehend, nicht begonnen, nicht gestartet, nein, à faire,
        a faire,
        ouvert, ouverte, nouveau, non commencé, non commencée, prévu, non, por hacer, tareas por hacer, abierto,
        abierta, nuevo, pendiente, sin empezar, no iniciado, no iniciada, a fazer, tarefas pendentes, itens pendentes,
        aberto, aberta, novo, pendente, não iniciado, não iniciada, não, nao, te doen, nieuw, niet gestart, nee,
        da fare, aperto, aperta, nuovo, non iniziato, non iniziata,
        do zrobienia, nie rozpoczęte, nowe, nie, новый, новая, открыт, открыта, сделать, к выполнению, не начато,
        не начата, запланировано, нет, 未着手, 未対応, 未完了, 未开始, 待办, 待处理, 未完成, 否,
        a iniciar, por iniciar, sin iniciar, no comenzado, не розпочато, до виконання, 대기, 예정, 시작 전, 미착수,
        başlamadı,
        yapılacak, لم يبدأ, لم تبدأ""",
    "in-progress": """in arbeit, in bearbeitung, in prüfung, in umsetzung, begonnen, gestartet, laufend, läuft,
        en cours, en cours de revue, commencé, commencée, démarré, en curso, en progreso, en proceso, en revisión,
        iniciado, iniciada, em andamento, em progresso, em revisão, em curso, in uitvoering, in behandeling, bezig,
        in corso, in lavorazione, in revisione, w toku, w trakcie, в работе, в процессе, выполняется, на проверке,
        тестирование, 進行中, 対応中, 作業中, 处理中, 进行中,
        en ejecución, em execução, en desarrollo, em desenvolvimento, в процесі, в роботі, 진행중, 진행 중,
        devam ediyor,
        قيد التنفيذ, جاري, جارية, pågående, pågår""",
    "blocked": """blockiert, wartend, wartet, zurückgestellt, pausiert, bloqué, bloquée, en attente, en pause,
        bloqueado, bloqueada, en espera, em espera, aguardando, geblokkeerd, in de wacht, bloccato, bloccata,
        in attesa, zablokowane, wstrzymane, заблокировано, заблокирована, отложено, ожидание, приостановлено, 保留,
        中断, 阻塞, 暂停, 挂起,
        보류, beklemede, заблоковано, معلق""",
    "not-applicable": """abgebrochen, entfällt, nicht zutreffend, abgelehnt, storniert, annulé, annulée, abandonné,
        sans objet, rejeté, cancelado, cancelada, no aplica, descartado, rechazado, não se aplica, rejeitado,
        geannuleerd, vervallen, niet van toepassing, annullato, annullata, non applicabile, anulowane,
        отменено, отменена, отклонено, неактуально, 中止, 対象外, 已取消, 取消, 不适用,
        취소, iptal, iptal edildi, скасовано, ملغى""",
}
"""In the languages that products most often export in besides English: de, fr, es, pt, nl, it, pl, ru,
ja, zh; and for plain plans ar, ko, tr, uk."""
RESOLUTIONS_WITHOUT_RESULT = "won't do, wont do, won't fix, wontfix, duplicate, cannot reproduce, declined, not a bug"

_INSIDE: tuple[tuple[ChecklistStatus, str], ...] = (
    ("to-do", r"(?:not|un|yet to|to be|needs?|tbd|waiting list)\b"),
    ("blocked", r"blocked|hold|stuck|waiting|awaiting|paused|impeded|parked|deferred|postponed"),
    ("not-applicable", r"cancel\w*|won'?t|wont|duplicate|obsolete|descoped|dropped|rejected|declined|abandoned"),
    (
        "in-progress",
        r"progress|doing|reviews?|reviewing|test\w*|uat|qa|dev|development|wip|ongoing|started|working|verif\w*|staging"
        r"|partial\w*|partly|almost|nearly|feedback|active|design\w*|build\w*|running|iterat\w*|prototyp\w*|stag\w*",
    ),
    ("to-do", r"ready|next|ideas?|future"),
    (
        "done",
        r"done|complete|completed|closed|resolved|finished|shipped|released|live|merged|deployed|delivered|published"
        r"|launched|production|prod",
    ),
    ("to-do", r"to ?do|backlog|open|new|planned|pending|queued?|upcoming|later|icebox|triage|draft|inbox|requested"),
)
_TICKS = frozenset("\u2713\u2714\u2611\u2705\u2612\u221a\U0001f5f8\U0001f5f9")
_EMPTY_TICKS = frozenset("\u2610\u25fb\u25a1\u2b1c")
_SIGNS: dict[str, ChecklistStatus] = {
    "\u23f3": "in-progress",
    "\U0001f6a7": "in-progress",
    "\U0001f504": "in-progress",
    "\u26d4": "blocked",
    "\U0001f6d1": "blocked",
    "\u23f8": "blocked",
}
_LISTED_BOX = re.compile(r"[-*+]\s+(?=\\?\[)")
_BOX_FIRST = re.compile(r"\\?\[\s*(?P<tick>[xX\u2713\u2714\u2705]?)\s*\\?\]\s*\S")
_TICKED = re.compile(
    r"\\?\[\s*[xX\u2713\u2714\u2705]\s*\\?\]|:(?:(?:white|heavy)_check_mark|ballot_box_with_check):"
    r"|[\u2713\u2714\u2611\u2705\u2612\u221a\U0001f5f8\U0001f5f9]\ufe0f?"
)
_UNTICKED = re.compile(
    r"\\?\[\s*\\?\]|:(?:x|(?:black|white)_large_square):|[\u2610\u25fb\u25a1\u2b1c\u274c\u2717\u2718]\ufe0f?"
)
TICKS = frozenset(
    (
        "x",
        "y",
        "n",
        "yes",
        "no",
        "true",
        "false",
        "ja",
        "nein",
        "oui",
        "non",
        "si",
        "s\u00ed",
        "sim",
        "n\u00e3o",
        "0",
        "1",
    )
)
"""What people put into a column to tick, beside boxes and signs."""
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]\d{1,4})?\s*%")


def read_status(said: str) -> tuple[ChecklistStatus, How]:
    """What a status word means. One that says nothing known counts as to-do and is told as unknown."""
    if not said or len(said) > 200:
        return "to-do", "known" if not said.strip() else "unknown"
    return _read(said)


def read_box(said: str) -> bool | None:
    """Whether a box, a sign or its short code is ticked; None for words."""
    text = _LISTED_BOX.sub("", said.strip(), count=1)
    if _TICKED.fullmatch(text):
        return True
    return False if _UNTICKED.fullmatch(text) else None


def begins_with_box(said: str) -> bool:
    """Whether a box or a sign for one stands there, whatever follows: `- [ ] Review it`."""
    return read_box(said) is not None or _BOX_FIRST.match(_LISTED_BOX.sub("", said.strip(), count=1)) is not None


@cache
def _spellings() -> dict[str, ChecklistStatus]:
    said = (*WORDS_ABROAD.items(), *WORDS.items())
    return {" ".join(word.split()): status for status, words in said for word in words.split(",")}


@lru_cache(2_000)
def _read(said: str) -> tuple[ChecklistStatus, How]:
    box = read_box(said)
    if box is not None:
        return ("done" if box else "to-do"), "known"
    marks = set(said)
    plain = _plain(said)
    if not plain:
        if (sign := said.strip()[:1]) in _SIGNS:
            return _SIGNS[sign], "known"
        ticked = bool(marks & _TICKS)
        return ("done" if ticked else "to-do"), "known" if ticked or marks <= _EMPTY_TICKS | set(" -_") else "unknown"
    known = _spellings().get(plain)
    if known:
        return known, "known"
    percent = _PERCENT.fullmatch(said.strip())
    if percent:
        share = int(percent[1])
        return ("done" if share >= 100 else "in-progress" if share else "to-do"), "known"
    near = _near(plain)
    if near:
        return _spellings()[near], "similar"
    for status, pattern in _INSIDE:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", plain):
            return status, "words"
    first = _BOX_FIRST.match(_LISTED_BOX.sub("", said.strip(), count=1))
    if first:
        return ("done" if first["tick"] else "to-do"), "words"
    return "to-do", "unknown"


def is_known(said: str) -> bool:
    """Whether a word is spelled like one for a status."""
    return _plain(said) in _spellings()


def _near(plain: str) -> str:
    """The known word that was misspelled, if its first letter is right. "Incomplete" is no misspelled "complete"."""
    if not 4 < len(plain) < 40 or (re.match(r"(?:not|un|in)", plain) and not plain.startswith(("in ", "inp"))):
        return ""
    alike = [word for word in _spellings() if word[0] == plain[0] and abs(len(word) - len(plain)) < 3]
    return next(iter(get_close_matches(plain, alike, n=1, cutoff=0.85)), "")


def _plain(said: str) -> str:
    """The word without case, emoji, numbering and punctuation: `3. In-Progress ` is `in progress`."""
    text = said.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip()
    if text in ("n/a", "100%", "0%"):
        return text
    text = re.sub(r"[^\w']+", " ", text.replace("_", " ")).strip(" '")
    return re.sub(r"^\d{1,2}\s+(?=\D)", "", text)
