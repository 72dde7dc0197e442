#!/usr/bin/env python3
"""Cuts an OpenType font down to what the app shows, as TrueType outlines: subset_font.py IN OUT.

The renderer (stb_truetype) applies no OpenType features, so tabular figures are made the plain ones here, by pointing the
digits at the glyphs that the `tnum` feature would choose. Kerning and all other features go: canvas and CSS must set the
same text at the same width from the same bytes. Hinting goes too, since text is drawn unhinted at any scale.
"""
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

CODE_POINTS = (
    list(range(0x20, 0x7F))  # Basic Latin
    + list(range(0xA0, 0x180))  # Latin-1, Latin Extended-A
    + list(range(0x2010, 0x2028))  # dashes, quotes, bullets, ellipsis
    + [0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2116]
    + [0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x21B5]
    + [0x2212, 0x00D7, 0x2248, 0x2260, 0x2264, 0x2265, 0x221E]
    + [0x2713, 0x2717, 0x2022, 0x25CB, 0x25CF, 0x25B8, 0x25B6, 0x25BE, 0x25BC, 0x25C6, 0x2605, 0xFFFD]
)

# Curves may stray from the originals by this part of an em: a quarter of a pixel at 250 pixels.
MAX_ERROR = 0.001


def tabular_substitutes(font):
    """Glyph name -> glyph name of the font's tnum feature."""
    table = font["GSUB"].table
    mapping = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for lookup in table.LookupList.Lookup[index].SubTable:
                lookup = getattr(lookup, "ExtSubTable", lookup)
                mapping.update(getattr(lookup, "mapping", {}))
    return mapping


def make_digits_tabular(font):
    substitutes = tabular_substitutes(font)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            name = table.cmap.get(code)
            if name in substitutes:
                table.cmap[code] = substitutes[name]
    # A figure may be a hair off in the original (the four of Inter 4.0 beta SemiBold is): bring all to the widest.
    digits = [font.getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)]
    widths = [font["hmtx"][name][0] for name in digits]
    if max(widths) - min(widths) > font["head"].unitsPerEm // 200:
        sys.exit("subset_font: the font has no tabular figures; their widths are %s" % sorted(set(widths)))
    for name in digits:
        font["hmtx"][name] = (max(widths), font["hmtx"][name][1])


def to_truetype(font):
    """Replaces cubic CFF outlines with quadratic ones."""
    glyphs = font.getGlyphSet()
    error = MAX_ERROR * font["head"].unitsPerEm
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs = outlines
    for name in ("CFF ", "VORG"):
        if name in font:
            del font[name]
    font["glyf"].compile(font)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    maxp.maxComponentElements = max((len(g.components) if g.isComposite() else 0) for g in outlines.values())
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def main():
    source, target = sys.argv[1:3]
    font = TTFont(source, recalcTimestamp=False)
    make_digits_tabular(font)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recommended_glyphs = False
    options.name_IDs = [0, 1, 2, 13]  # copyright, family, style, licence: the licence asks that they stay
    options.name_languages = [0x409]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "BASE", "meta"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CODE_POINTS)
    cutter.subset(font)
    if "CFF " in font:
        to_truetype(font)
    font.save(target, reorderTables=True)


main()
