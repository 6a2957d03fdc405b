"""Broken ELF files and broken notes, made by hand."""
from elf import image, note


def declaration(name, more="cmdlet Get-Hostile\nhelp 'x'"):
    return f"module {name} 1.0\nabi 1.0\n{more}"


def good(name):
    """A file whose note is right. It cannot be loaded: there is no code in it."""
    return image(note(declaration(name)))


def cases(case):
    elf_cases(case)
    note_cases(case)
    text_cases(case)


def elf_cases(case):
    whole = good("X")
    case("Empty", "discover", "notElf", "an empty file", b"")
    case("Text", "discover", "notElf", "a text file", b"#!/bin/sh\ntouch constructor-ran\n")
    case("Magic", "discover", "notElf", "one wrong byte", b"\x7fELG" + whole[4:])
    case("OnlyMagic", "discover", "truncated", "four bytes", b"\x7fELF")
    case("Truncated", "discover", "truncated", "cut inside the program header", whole[:90])
    case("TruncatedNote", "discover", "truncated", "cut inside the note", whole[:-8])
    case("Bits32", "discover", "wrongClass", content=image(note(declaration("Bits32")), elf_class=1))
    case("BigEndian", "discover", "wrongMachine", content=image(note(declaration("BigEndian")), data=2))
    case("OtherMachine", "discover", "wrongMachine", "SPARC", image(note(declaration("OtherMachine")), machine=43))
    case("Relocatable", "discover", "wrongType", content=image(note(declaration("Relocatable")), kind=1))
    case("ProgramsOutside", "discover", "truncated", "program headers past the end",
         image(note(declaration("ProgramsOutside")), phoff=1 << 40))
    case("ProgramsWrap", "discover", "truncated", "offset + size wraps round",
         image(note(declaration("ProgramsWrap")), phoff=(1 << 64) - 28))
    case("ProgramsMany", "discover", "truncated", "65535 program headers", image(note(declaration("X")), phnum=65535))
    case("ProgramSizeZero", "discover", "truncated", "entries of size 0", image(note(declaration("X")), phentsize=0))
    case("SegmentOutside", "discover", "badNote", "a note segment past the end",
         image(note(declaration("X")), note_size=1 << 40))
    case("SegmentWrap", "discover", "badNote", "offset + size wraps round",
         image(note(declaration("X")), note_offset=(1 << 64) - 16, note_size=64))
    case("SectionsWrap", "discover", "truncated", "section headers wrap round",
         image(note(declaration("X")), in_sections=True, shoff=(1 << 64) - 64))
    case("InSections", "import", "dlopen", "notes found through section headers only: listed, but has no code",
         image(note(declaration("InSections")), in_sections=True))
    case("NoCode", "import", "dlopen", "a right note and nothing to load", good("NoCode"))
    case("NoNote", "discover", "noNote", content=image(note("x", owner=b"GNU\0", kind=3)))
    case("NoSegments", "discover", "noNote", content=image(b"", phnum=0))


def note_cases(case):
    case("OwnerSizeHuge", "discover", "badNote", content=image(note("module X 1.0", owner_size=0xFFFFFFFF)))
    case("PayloadSizeHuge", "discover", "badNote", content=image(note("module X 1.0", payload_size=0xFFFFFFF0)))
    case("PayloadSizeOver", "discover", "badNote", "four bytes too many",
         image(note("module X 1.0", payload_size=20)))
    case("NoteHeadCut", "discover", "badNote", "eight bytes where a head needs twelve",
         image(note("x", owner=b"GNU\0", kind=3) + b"\6\0\0\0\4\0\0\0"))
    case("OtherOwner", "discover", "noNote", "our type, another owner",
         image(note(declaration("OtherOwner"), owner=b"Other\0")))
    case("Giant", "discover", "noteTooLarge", content=image(note(declaration("Giant") + "\n# " + "x" * 70000)))
    case("GiantInPieces", "discover", "noteTooLarge", "each small, together too large",
         image(note(declaration("GiantInPieces")) + b"".join(
             note(f"cmdlet Get-Piece{k}\nhelp '{'x' * 1000}'") for k in range(100))))
    case("ManyForeign", "import", "dlopen", "100000 foreign notes before ours: still quick",
         image(note("", owner=b"X\0", kind=1) * 100000 + note(declaration("ManyForeign"))))
    case("NotText", "discover", "noteEncoding", content=image(note(b"module NotText 1.0\nhelp '\xff\xfe\xc0\x80'\0")))
    case("NulInside", "discover", "noteEncoding", content=image(note(b"module NulInside 1.0\n\0abi 1.0\0")))
    case("EmptyNote", "discover", "noteSyntax", "no module statement", image(note(b"")))


def text_cases(case):
    def text(name, cause, more, detail="", whole=None):
        case(name, "discover", cause, detail, image(note(declaration(name, more) if whole is None else whole)))

    text("NoModule", "noteSyntax", "", "commands but no module", "cmdlet Get-Hostile")
    text("TwoModules", "noteDuplicate", "module Other 1.0")
    text("TwoCommands", "noteDuplicate", "cmdlet Get-Same\ncmdlet get-same")
    text("TwoParameters", "noteDuplicate", "cmdlet Get-Hostile\nparam int A\nparam int a")
    text("OtherName", "nameMismatch", "", whole="module SomethingElse 1.0\nabi 1.0\ncmdlet Get-Hostile")
    text("AbiTwo", "abiMajor", "", whole="module AbiTwo 1.0\nabi 2.0\ncmdlet Get-Hostile")
    text("NoAbi", "noteSyntax", "", whole="module NoAbi 1.0\ncmdlet Get-Hostile")
    text("Needs", "needs", "", whole="module Needs 1.0\nabi 1.0\nneeds nacre.nothing/7\ncmdlet Get-Hostile")
    text("OpenString", "noteSyntax", "cmdlet Get-Hostile\nhelp 'never closed")
    text("BadVersion", "noteSyntax", "", whole="module BadVersion one.two\nabi 1.0")
    text("NoCommandName", "noteSyntax", "cmdlet")
    text("CommandNamePath", "noteSyntax", "cmdlet ../../bin/sh")
    text("ParamNoType", "noteSyntax", "cmdlet Get-Hostile\nparam")
    text("ParamBeforeCommand", "noteSyntax", "param int X")
    text("RangeWords", "noteSyntax", "cmdlet Get-Hostile\nparam int X range a..b")
    text("PositionHuge", "noteSyntax", "cmdlet Get-Hostile\nparam int X pos 99999999999999999999")
    text("PatternBad", "noteSyntax", "cmdlet Get-Hostile\nparam string X pattern '(((['")
    text("SignatureOpen", "noteSyntax", "function Get-Hostile u32(bytes")
    text("SignatureType", "noteSyntax", "function Get-Hostile u32(wibble X)")
    text("SignatureDeep", "noteSyntax", "function Get-Hostile " + "(" * 5000)
    text("CapacityUnknown", "noteSyntax", "function Get-Hostile void(out bytes X[Nothing])")
    text("SetsMany", "noteSyntax", "cmdlet Get-Hostile\nparam int X set " + ",".join(f"S{k}" for k in range(5000)),
         "more parameter sets than the host takes (32)")
    case("Future", "import", "dlopen", "keywords and words this host does not know are ignored",
         image(note(declaration(
             "Future", "shiny 'x'\ncmdlet Get-Future\nglow 'y'\nparam int X sparkle 'z' mandatory"))))
