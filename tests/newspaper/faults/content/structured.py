"""Row 29: JSON-LD that is broken, too deep, of the wrong types, or about another article."""

from tests.newspaper.faults.call import Call
from tests.newspaper.faults.fault import WHOLE, Catalogue

catalogue = Catalogue("content")
fault = catalogue.fault

OTHER = "An entirely different headline about a goat"


async def with_json_ld(call: Call, text: str) -> None:
    """The article, its text after a JSON-LD block."""
    await call.page(call.article(head=f'<script type="application/ld+json">{text}</script>'))


@fault(29, WHOLE)
async def json_ld_invalid(call: Call) -> None:
    """JSON that breaks off."""
    await with_json_ld(call, '{"@type": "NewsArticle", "headline": "Never fin')


@fault(29, WHOLE)
async def json_ld_deep_list(call: Call) -> None:
    """A hundred thousand brackets."""
    await with_json_ld(call, "[" * 100_000 + "]" * 100_000)


@fault(29, WHOLE)
async def json_ld_deep_graph(call: Call) -> None:
    """Five hundred graphs within each other: deep, and valid."""
    await with_json_ld(call, '{"@graph":[' * 500 + '{"@type":"NewsArticle"}' + "]}" * 500)


@fault(29, WHOLE)
async def json_ld_huge_number(call: Call) -> None:
    """A number of five thousand digits, a NaN and an infinity."""
    await with_json_ld(call, f'{{"@type":"NewsArticle","wordCount":{"9" * 5000},"x":NaN,"y":1e999}}')


@fault(29, WHOLE)
async def json_ld_wrong_types(call: Call) -> None:
    """Every key of the wrong type."""
    said = (
        '"headline":["a",{"b":1}],"author":[[[]],7,null,{"name":{"x":[]}}],"datePublished":{"@value":false},'
        '"image":{"url":{"url":[1]}},"articleBody":42,"publisher":"x","isAccessibleForFree":"perhaps",'
        '"keywords":{"a":1},"articleSection":[null,{}],"inLanguage":{"name":3},"mainEntityOfPage":[[]]'
    )
    await with_json_ld(call, f'{{"@context":[],"@type":["NewsArticle",{{"x":1}},null],{said}}}')


@fault(29, WHOLE, never=(OTHER,))
async def json_ld_other_article(call: Call) -> None:
    """A block that describes another article, with another address and headline: the page's own h1 counts."""
    await with_json_ld(call, f'{{"@type":"NewsArticle","url":"/story/goat","headline":"{OTHER}"}}')


@fault(29, WHOLE)
async def json_ld_scalar(call: Call) -> None:
    """Blocks that are a string, a number, null, nothing, and two objects without a comma."""
    texts = (
        '"NewsArticle"',
        "17",
        "null",
        "",
        '{"@type":"NewsArticle"}{"@type":"NewsArticle"}',
        "<!-- {} -->",
    )
    scripts = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    await call.page(call.article(head=scripts))


@fault(29, WHOLE)
async def json_ld_circle(call: Call) -> None:
    """Objects that refer to each other by @id, in a circle."""
    graph = '{"@id":"#a","@type":"NewsArticle","author":{"@id":"#b"}},{"@id":"#b","@type":"Person","author":{"@id":"#a"}}'
    await with_json_ld(call, f'{{"@graph":[{graph}]}}')


@fault(29, WHOLE)
async def json_ld_many(call: Call) -> None:
    """Five thousand blocks."""
    block = '<script type="application/ld+json">{"@type":"NewsArticle"}</script>'
    await call.page(call.article(head=block * 5000))
