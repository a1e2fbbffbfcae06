"""What a reader sees of a page, block by block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from harvester.pages.flags import ARTICLE, ASIDE, FIGURE, FOOTER, FORM, HIDDEN, LIST, NAV
from harvester.pages.walker import walked

PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def walk(markup):
    root = etree.fromstring(f"<html><body>{markup}</body></html>".encode(), PARSER)
    return walked(root.find("body"))


def texts(markup):
    return [block.text for block in walk(markup).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<div>One.<br><br>Two.</div>", ["One.", "Two."]),
        ("<div>One.<br> <br>\n<br>Two.</div>", ["One.", "Two."]),
        ("<p>A line<br>and another</p>", ["A line\nand another"]),
        ("<p>Har<b>bour</b> <i>opens</i></p>", ["Harbour opens"]),
        ("<p><span>W</span>hen the boats</p>", ["When the boats"]),
        ("<div>Before<p>Inside</p>after</div>", ["Before", "Inside", "after"]),
        ("<p>No\u00adwhere\u200b, non\u00a0breaking</p>", ["Nowhere, non breaking"]),
        ("<p>Seen<span class='sr-only'>unseen</span></p>", ["Seen"]),
        ("<p>Seen<span style='display: none'>unseen</span></p>", ["Seen"]),
        (
            "<p><span style='display:block'>One</span><span style='display: flex'>Two</span></p>",
            ["One", "Two"],
        ),
        ("<p>One <span style='display:inline-block'>line</span></p>", ["One line"]),
        ("<p>Seen<script>var a = 1</script><style>b{}</style></p>", ["Seen"]),
        ("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>", ["港"]),
        ("<harbour-card>One</harbour-card><harbour-card>Two</harbour-card>", ["One", "Two"]),
        ("<p>A study (<study-ref><a href='#1'>1</a></study-ref>) says so.</p>", ["A study (1) says so."]),
        ("<pre>a\n  b</pre>", ["a\n  b"]),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"]),
        ("<p>Har<wbr>bour <b>opens</b></p><p>Two.</p>", ["Harbour opens", "Two."]),
        ("<p>One<embed src='/a.swf'> film</p>", ["One film"]),
        ("", []),
    ],
)
def test_text_is_cut_where_a_reader_sees_a_break(markup, expected):
    """Blocks end at block-level tags and at two line breaks; what nobody sees is left out."""
    assert texts(markup) == expected


def test_picture_is_seen_behind_its_sources():
    """The parser takes a ``source`` for a container: the picture is found, and what follows it."""
    found = walk(
        "<div><picture><source srcset='/a.webp'><source srcset='/b.jpg'><img src='/c.jpg'></picture>x</div>"
    )
    assert [medium.tag for medium in found.media] == ["img"]
    assert [block.text for block in found.blocks] == ["x"]


def test_links_are_measured_in_the_block_that_shows_them():
    """A block knows its links and how much of its text they are, also where a link spans blocks."""
    blocks = walk(
        "<p>See <a href='/a'>the harbour</a> now</p><a href='/b'><h3>Title</h3><p>Summary</p></a>"
    ).blocks
    assert [[link.text for link in block.links] for block in blocks] == [
        ["the harbour"],
        ["Title"],
        ["Summary"],
    ]
    assert [block.link_chars for block in blocks] == [11, 5, 7]
    assert blocks[1].links[0].element is blocks[2].links[0].element


def test_boxes_know_their_blocks_and_the_boxes_inside():
    """A box is a range of blocks and a range of boxes."""
    found = walk(
        "<article><h1>Title</h1><div><p>One</p><p>Two</p></div></article><aside><p>Three</p></aside>"
    )
    article = next(box for box in found.boxes if box.tag == "article")
    inner = next(box for box in found.boxes if box.tag == "div")
    assert [block.text for block in found.inside(article)] == ["Title", "One", "Two"]
    assert [box.tag for box in found.boxes[inner.index + 1 : inner.end]] == ["p", "p"]
    assert [box.tag for box in inner.ancestors()] == ["article", "body"]


@pytest.mark.parametrize(
    ("markup", "flag"),
    [
        ("<article><p>x</p></article>", ARTICLE),
        ("<div role=complementary><p>x</p></div>", ASIDE),
        ("<figure><figcaption>x</figcaption></figure>", FIGURE),
        ("<form><p>x</p></form>", FORM),
        ("<ul><li>x</ul>", LIST),
        ("<div hidden><p>x</p></div>", HIDDEN),
        ("<div class='visually-hidden'><p>x</p></div>", HIDDEN),
        ("<article><footer>x</footer></article>", FOOTER),
        ("<article><nav>x</nav></article>", NAV),
    ],
)
def test_place_is_inherited_from_the_boxes_around(markup, flag):
    """Tags, roles and styles say where a text stands."""
    assert walk(markup).blocks[0].flags & flag


def test_navigation_and_the_footer_of_the_page_are_not_read():
    """Menus are boxes without blocks; a menu that holds the article is none."""
    found = walk("<nav><ul><li>Home</ul></nav><p>Copy</p><footer>Imprint</footer>")
    assert [block.text for block in found.blocks] == ["Copy"]
    assert [box.tag for box in found.menus] == ["nav", "footer"]
    assert texts("<nav><h1>Never closed</h1><p>Copy</p>") == ["Never closed", "Copy"]


def test_pictures_stand_between_blocks():
    """A picture knows the block that follows it and the link around it; noscript holds real ones."""
    found = walk("<p>One</p><a href='/x'><img src=a></a><p>Two</p><noscript><img src=b></noscript>")
    assert [(medium.tag, medium.at, medium.link is not None) for medium in found.media] == [
        ("img", 1, True),
        ("img", 2, False),
    ]
    assert found.media[1].flags & HIDDEN


def test_line_break_before_a_picture_is_no_block():
    """A heading, a break and a picture: the block that follows the picture is the next one."""
    assert walk("<h1>One</h1><br><img src=a>Two").media[0].at == 1


@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8),
        lambda inner: st.tuples(
            st.sampled_from(["p", "b", "a href=x", "li", "br"]), st.lists(inner, max_size=4)
        ),
        max_leaves=25,
    )
)
def test_no_text_is_lost_or_doubled(tree):
    """All visible words of a page are in its blocks, once, in their order."""

    def markup(node):
        if isinstance(node, str):
            return node.replace("&", "").replace("<", "")
        return f"<{node[0]}>{''.join(map(markup, node[1]))}</{node[0].split()[0]}>"

    root = etree.fromstring(
        f"<html><body><div>x{markup(tree)}</div></body></html>".encode("utf-8", "replace"), PARSER
    )
    shown = "".join("".join(block.text for block in walked(root.find("body")).blocks).split())
    hidden = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\ue0b7"))
    assert shown == "".join("".join(root.find("body").itertext()).translate(hidden).split())


def test_attributes_that_builds_leave_name_a_box():
    """A class may be a hash; what tests and components call an element stays."""
    page = '<div class="sc-x1" data-testid="Article-Caption" data-id="7">The gate.</div>'
    (block,) = walk(page).blocks
    assert block.box.name == "sc-x1 article-caption"
