"""How an edition is made ready to decide: from its text and the acts it points to, once for each wording of them."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from eligibility.law.condition import Condition, Value, Window, parsed
from eligibility.law.edition import ByReference, Edition
from eligibility.law.filing_facts import FILING_DAY, INCOMPLETE, REQUEST
from eligibility.law.logic import facts_read
from eligibility.law.lookups import home_of
from eligibility.law.pack import EditionKey, Pack
from eligibility.law.space import GRAINS, Looks, cells, looks
from eligibility.law.vocabulary import Document, Home, serving
from eligibility.reasoning.conclusions import CONCLUSIONS, GROUNDS, Conclusions, RuleSection, rules_of
from eligibility.reasoning.listing import ListRow, Pointed, grounds, rows
from eligibility.reasoning.plan import Entry, Plan, PlanKey
from eligibility.reasoning.program import UNSAID, Atom, Compared, Given, Program
from eligibility.reasoning.support import supporter
from eligibility.reasoning.wording import categories_of, facts_of


class _Lists(NamedTuple):
    """What an edition and the acts it points to list."""

    edition: Edition
    homes: Mapping[str, Home]
    """of conclusions by rules of another act, whose they are"""
    rows: tuple[ListRow, ...]
    pointers: tuple[ByReference, ...]
    whole: bool

    @classmethod
    def of(cls, pack: Pack, key: PlanKey) -> "_Lists":
        pointed = Pointed.of(pack, key.pointed)
        edition, homes = _with_grounds(pack, key.edition, pointed)
        found = tuple(rows(pack, edition, pointed))
        pointers = tuple(one for one in edition.documents_from if not pointed.lists(one.act))
        listed = any(row.standing == "listed" for row in found) or edition.no_papers is not None
        return cls(edition, homes, found, pointers, listed and not pointers and edition.at_hand("requirements"))


class _Told(NamedTuple):
    """What the edition's conditions and the contradictions of the pack can tell apart; each as the plan has it."""

    contradictions: Mapping[str, tuple[Condition, ...]]
    beside: Mapping[str, frozenset[str]]
    space: Mapping[str, tuple[Value, ...]]
    cells: Mapping[str, tuple[Value, ...]]
    looks: Looks
    of_the_day: tuple[str, ...]

    @classmethod
    def by(cls, pack: Pack, edition: Edition, work: Conclusions, facts: tuple[str, ...]) -> "_Told":
        categories = work.builder.categories
        against = {tree: facts_read(tree, categories) for tree in (parsed(one.when) for one in pack.contradictions)}
        read = dict.fromkeys(fact for fact in facts if fact in pack.facts)
        contradictions = {fact: tuple(tree for tree, of in against.items() if fact in of) for fact in read}
        seen = looks((*work.conditions.values(), *against), pack.facts, categories, pack.parameters)
        everything = dict.fromkeys((*facts, *chain.from_iterable(against.values())))
        return cls(
            contradictions,
            {fact: frozenset(one for tree in trees for one in against[tree]) for fact, trees in contradictions.items()},
            {fact: _offered(edition, fact) or cells(fact, seen) for fact in read},
            {fact: cells(fact, seen) for fact in everything if _is_cut(fact, seen)},
            seen,
            tuple(id for id in everything if id == FILING_DAY or id in pack.parameters),
        )


def planned(pack: Pack, key: PlanKey, bound: int = 0) -> Plan:
    lists = _Lists.of(pack, key)
    edition, act = lists.edition, pack.acts[key.edition.act]
    work = _drawn(pack, lists)
    program = work.builder.program()
    numbers = {node.name: node.slot for node in program.nodes}
    entries = tuple(_entry(at, row, numbers, pack.documents) for at, row in enumerate(lists.rows))
    conditions = {**work.conditions, **work.builder.categories}
    return Plan(
        key,
        edition,
        home_of(pack, key.edition),
        {numbers[name]: home for name, home in lists.homes.items()},
        lists.whole,
        lists.pointers,
        program,
        entries,
        numbers[INCOMPLETE],
        numbers,
        _sections(edition, numbers),
        tuple(numbers.get(f"expected:{at}", numbers[f"result:{at}"]) for at in range(len(edition.results))),
        {numbers[name]: condition for name, condition in conditions.items() if name in numbers},
        work.builder.categories,
        categories_of(pack, act),
        facts_of(pack, edition, act),
        pack.parameters,
        {id: act.cited for id, act in pack.acts.items()},
        pack.events,
        *_Told.by(pack, edition, work, program.facts),
        (*map(_about, program.atoms), *(node.name for node in program.nodes)),
        _readings(program),
        tuple((slot, atom.tree) for slot, atom in enumerate(program.atoms) if isinstance(atom, Compared)),
        tuple((slot, atom) for slot, atom in enumerate(program.atoms) if isinstance(atom, Given)),
        tuple((at, index) for at, one in enumerate(entries) for index in one.apart),
        (*(None for _ in program.atoms), *(supporter(node.tree) for node in program.nodes)),
        tuple(dict.fromkeys(one.requirement.valid for one in entries if one.requirement.valid)),
        any(one.requirement.copies for one in entries),
        bound,
    )


def _drawn(pack: Pack, lists: _Lists) -> Conclusions:
    """All that these lists conclude."""
    categories = {id: parsed(category.when) for id, category in pack.categories.items()}
    work = Conclusions(categories, {id: grain for id, fact in pack.facts.items() if (grain := GRAINS.get(fact.type))})
    work.draw(lists.edition, lists.rows, lists.whole)
    work.draw_expected(lists.edition, {id for id, outcome in pack.outcomes.items() if outcome.refusal})
    return work


def _sections(edition: Edition, numbers: Mapping[str, int]) -> dict[RuleSection, tuple[int, ...]]:
    return {
        section: tuple(numbers[f"{name}:{at}"] for at in range(len(rules_of(edition, section))))
        for section, name in CONCLUSIONS.items()
    }


def _with_grounds(pack: Pack, key: EditionKey, pointed: Pointed) -> tuple[Edition, dict[str, Home]]:
    """The edition with the grounds it points to in full, and whose those are, by the names of the conclusions."""
    edition, homes = pack.edition(*key), dict[str, Home]()
    if edition is None:
        raise ValueError(f"no edition {key}")
    for section in GROUNDS:
        found = list(grounds(pack, rules_of(edition, section), section, pointed))
        edition = edition._replace(**{section: tuple(ground for ground, _ in found)})  # type: ignore[arg-type]
        homes |= {f"{CONCLUSIONS[section]}:{at}": home for at, (_, home) in enumerate(found) if home}
    return edition, homes


def _is_cut(fact: str, seen: Looks) -> bool:
    """Whether its kinds lie one after the other: those of the year come again, and a date compared with another has its own."""
    if fact not in seen.facts or fact in seen.together or seen.grain(fact) is None:
        return False
    return not any(isinstance(part, Window) for part in seen.of.get(fact, ()))


def _offered(edition: Edition, fact: str) -> tuple[Value, ...]:
    """Of the variants of a service those the edition knows, where it names any: no case has another."""
    return tuple(one.request for one in edition.requests) if fact == REQUEST else ()


def _readings(program: Program) -> tuple[tuple[str, tuple[tuple[int, Atom], ...]], ...]:
    found: dict[str, list[tuple[int, Atom]]] = {}
    for slot, atom in enumerate(program.atoms):
        if isinstance(atom, Atom):
            found.setdefault(atom.fact, []).append((slot, atom))
    return tuple((fact, tuple(atoms)) for fact, atoms in found.items())


def _about(atom: Atom | Compared | Given) -> str:
    if isinstance(atom, Given):
        return "unsaid" if atom.entry == UNSAID else "presented"
    return atom.facts[0]


def _entry(at: int, row: ListRow, numbers: Mapping[str, int], documents: Mapping[str, Document]) -> Entry:
    alternatives = row.alternatives
    always = (row.document, *(one.document for one in alternatives if one.document and not one.when))
    named = (row.document, *(id for one in alternatives for id in one.documents))
    return Entry(
        row,
        alternatives,
        numbers[f"due:{at}"],
        numbers.get(f"missing:{at}"),
        tuple(numbers[f"accepted:{at}.{index}"] if one.when else None for index, one in enumerate(alternatives)),
        serving(always, documents),
        tuple(tuple(serving((id,), documents) for id in one.documents) for one in alternatives),
        frozenset(id for wanted in named for id in documents[wanted].serves_as),
    )
