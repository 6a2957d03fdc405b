#!/usr/bin/env python3
"""Generates deliberately broken modules and what the host must make of each.

    generate.py DIRECTORY [--no-compiler]

DIRECTORY gets one folder a case, each a module folder (<Case>/<Case>.psd1 beside whatever it names), and
expected.json: a list of {name, stage, cause, detail}. `stage` is what shows the cause: "discover" (reading the note; no
dlopen; Import-Module then fails alike), "import" (Import-Module), "run" (the command in `command`), or "none" (the case
is unusual but right). `cause` is the host's cause id, see CAUSES. In every case the host must go on: no
crash, no hang, no file called "constructor-ran" after discovery, and other modules unaffected.

Needs a C compiler ($CC, default cc) unless --no-compiler, which leaves the compiled cases out."""
import json
import os
import socket
import sys

import compiled
import files
import manifests

CAUSES = {
    "notElf": "not an ELF file", "truncated": "shorter than its headers say", "wrongClass": "not 64-bit",
    "wrongMachine": "for another machine or byte order", "wrongType": "not a shared object",
    "noNote": "no Nacre note", "badNote": "a note whose sizes do not fit", "noteTooLarge": "over 64 KiB of notes",
    "noteEncoding": "a note that is not UTF-8 text", "noteSyntax": "a note that cannot be parsed",
    "noteDuplicate": "two module statements or two commands of one name", "nameMismatch": "names another module",
    "abiMajor": "made for another ABI major", "needs": "needs an extension the host has not",
    "noEntryPoint": "no nacre_module_v1", "entryNull": "nacre_module_v1 returned null",
    "badTable": "a module, command or cmdlet table out of bounds", "mismatch": "registration differs from the note",
    "loadFailed": "the load hook failed", "dlopen": "the dynamic loader refused it",
    "permissions": "world-writable", "notAFile": "not a regular file", "missingFile": "the manifest names no file",
    "outside": "the manifest names a file outside its folder", "manifestSyntax": "the manifest cannot be parsed",
    "manifestCode": "the manifest holds code", "manifestValue": "a manifest key has a wrong value",
    "manifestSize": "the manifest is too large or too deeply nested", "prototype": "a C prototype is not understood",
    "library": "no library of the list could be opened", "symbol": "the library has no such function",
    "versionRange": "the library's version is out of range",
    "error": "an ErrorRecord, terminating or not", "ok": "works",
}


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) != 1:
        sys.exit(__doc__)
    root = os.path.abspath(arguments[0])
    os.makedirs(root, exist_ok=True)
    expected = []

    def case(name, stage, cause, detail="", content=None, manifest=None, command=None):
        """Makes a module folder; `content` becomes its .so, `manifest` replaces the standard one."""
        assert cause in CAUSES, cause
        folder = os.path.join(root, name)
        os.makedirs(folder, exist_ok=True)
        if content is not None:
            with open(os.path.join(folder, name + ".so"), "wb") as file:
                file.write(content)
            os.chmod(file.name, 0o755)
        text = manifests.standard(name) if manifest is None else manifest
        with open(os.path.join(folder, name + ".psd1"), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        row = {"name": name, "stage": stage, "cause": cause, "detail": detail or CAUSES[cause]}
        if command:
            row["command"] = command
        expected.append(row)
        return folder

    files.cases(case)
    manifests.cases(case)
    if "--no-compiler" not in sys.argv:
        compiled.cases(case)
    special_files(case)
    with open(os.path.join(root, "expected.json"), "w", encoding="utf-8") as file:
        json.dump({"causes": CAUSES, "cases": expected}, file, indent=1, sort_keys=False)
        file.write("\n")
    print(f"{len(expected)} cases in {root}")


def special_files(case):
    """Things that are called X.so but are not regular files, and files nobody should trust."""

    def replace(folder, make):
        path = os.path.join(folder, os.path.basename(folder) + ".so")
        if os.path.lexists(path):
            os.rmdir(path) if os.path.isdir(path) and not os.path.islink(path) else os.unlink(path)
        make(path)

    replace(case("IsDirectory", "discover", "notAFile", "a directory called X.so"), os.mkdir)
    replace(case("IsFifo", "discover", "notAFile", "a FIFO: opening it would block"), os.mkfifo)
    replace(case("IsLoop", "discover", "missingFile", "a symbolic link to itself"),
            lambda path: os.symlink(os.path.basename(path), path))
    replace(case("IsDangling", "discover", "missingFile"), lambda path: os.symlink("/nonexistent/x.so", path))
    replace(case("IsDevice", "discover", "notAFile", "a link to /dev/zero: reading it never ends"),
            lambda path: os.symlink("/dev/zero", path))

    def bind(path):
        with socket.socket(socket.AF_UNIX) as listener:
            os.chdir(os.path.dirname(path))
            listener.bind(os.path.basename(path))

    replace(case("IsSocket", "discover", "notAFile"), bind)
    good = files.good("WorldWritable")
    folder = case("WorldWritable", "import", "permissions", content=good)
    os.chmod(os.path.join(folder, "WorldWritable.so"), 0o777)
    folder = case("WorldWritableFolder", "import", "permissions", content=files.good("WorldWritableFolder"))
    os.chmod(folder, 0o777)


if __name__ == "__main__":
    main()
