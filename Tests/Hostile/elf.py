"""ELF files made by hand, right and wrong: a header, program headers, notes. Nothing in them is ever executed."""
import struct

NOTE_TYPE = 0x4E414352
HEADER, PROGRAM, SECTION = 64, 56, 64


def align(size, to=4):
    return (size + to - 1) // to * to


def note(payload, owner=b"Nacre\0", kind=NOTE_TYPE, owner_size=None, payload_size=None):
    """One note; the sizes may lie."""
    if isinstance(payload, str):
        payload = payload.encode() + b"\0"
    head = struct.pack(
        "<III",
        len(owner) if owner_size is None else owner_size,
        len(payload) if payload_size is None else payload_size,
        kind)
    return head + owner.ljust(align(len(owner)), b"\0") + payload.ljust(align(len(payload)), b"\0")


def image(notes, *, magic=b"\x7fELF", elf_class=2, data=1, machine=62, kind=3, in_sections=False, **wrong):
    """A shared object that holds `notes` (bytes). `wrong` overrides header fields by name."""
    offset = HEADER + PROGRAM
    field = {
        "phoff": 0 if in_sections else HEADER, "phentsize": PROGRAM, "phnum": 0 if in_sections else 1,
        "shoff": align(offset + len(notes), 8) if in_sections else 0, "shentsize": SECTION,
        "shnum": 2 if in_sections else 0, "shstrndx": 0,
        "note_offset": offset, "note_size": len(notes), "note_type": 4,
    }
    field.update(wrong)
    ident = magic + bytes([elf_class, data, 1, 0]) + bytes(8)
    order = ">" if data == 2 else "<"
    header = ident + struct.pack(
        order + "HHIQQQIHHHHHH", kind, machine, 1, 0, field["phoff"], field["shoff"], 0, HEADER, field["phentsize"],
        field["phnum"], field["shentsize"], field["shnum"], field["shstrndx"])
    program = struct.pack(
        order + "IIQQQQQQ", field["note_type"], 4, field["note_offset"], field["note_offset"], field["note_offset"],
        field["note_size"], field["note_size"], 4)
    body = header + program + notes
    if in_sections:
        body = body.ljust(align(len(body), 8), b"\0") + bytes(SECTION) + struct.pack(
            "<IIQQQQIIQQ", 0, 7, 2, field["note_offset"], field["note_offset"], field["note_size"], 0, 0, 4, 0)
    return body
