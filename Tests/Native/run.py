#!/usr/bin/env python3
"""Runs the host over native modules from end to end.

    run.py HOST [samples] [hostile] [thirdparty]

HOST is the binary. Without section names all run. Needs make, a C and a C++ compiler, and for UnixInfo a Swift one
(else the built module in modules/ is used). Exits with 1 when anything differs from what is expected."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
HOST = ""
FAILURES = []
COUNT = 0


def run(script, modules, seconds=30, cwd=None):
    """Output, errors and exit code of a script."""
    environment = {**os.environ, "PSModulePath": modules, "NO_COLOR": "1"}
    try:
        done = subprocess.run([HOST, "-NoProfile", "-NonInteractive", "-Command", script], env=environment, cwd=cwd,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return "", "timeout", -1
    return done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), done.returncode


def check(name, good, detail):
    global COUNT
    COUNT += 1
    if not good:
        FAILURES.append(name)
        print(f"FAIL {name}: {detail}")


def expect(name, script, wanted, modules, **more):
    out, err, code = run(script, modules, **more)
    found = out.strip().replace("\r", "")
    check(name, found == wanted and code >= 0, f"{script!r}\n  wanted {wanted!r}\n  found  {found!r} {err.strip()!r} ({code})")


def build_samples(folder):
    modules = os.path.join(folder, "modules")
    options = [f"MODULES={modules}", f"BUILD={folder}/build"]
    subprocess.run(["make", "-s", "-C", f"{ROOT}/Plugins", "c", *options], check=True)
    swift = shutil.which("swiftc") and subprocess.run(
        ["make", "-s", "-C", f"{ROOT}/Plugins", "swift", *options], capture_output=True, check=False).returncode == 0
    if not swift:
        shutil.copytree(f"{ROOT}/modules/UnixInfo", f"{modules}/UnixInfo", dirs_exist_ok=True)
    for name in ("Zlib", "CMath"):
        shutil.copytree(f"{ROOT}/modules/{name}", f"{modules}/{name}", dirs_exist_ok=True)
    return modules


# Module, command with arguments (the name alone is replaced for other ways to call it), expected output.
SAMPLES = [
    ("Checksum", "Get-Crc32", "hello", "907060870"), ("Checksum", "Get-Adler32", "hello", "103547413"),
    ("Checksum", "ConvertTo-Hex", "abc -Upper", "616263"), ("Checksum", "ConvertFrom-Hex", "6162 | % Length", "2"),
    ("Checksum", "Test-Luhn", "'4111 1111 1111 1111'", "True"), ("Checksum", "Get-CommonPrefix", "abcd,abef", "ab"),
    ("Checksum", "Step-Random", "5 | % State", "167772164"),
    ("Checksum", "Get-ByteHistogram", "aab | % { $_[97] }", "2"),
    ("Checksum", "Measure-Deviation", "1,3 | % { '{0} {1}' -f $_.Mean, $_.Deviation }", "2 1"),
    ("Checksum", "Get-FileCrc32", "/dev/null | % Length", "0"),
    ("TextTools", "Measure-Word", "'a b c' | % Words", "3"), ("TextTools", "Get-TopWord", "'a b a' -First 1 | % Count", "2"),
    ("TextTools", "Select-Column", "2 'a,b,c'", "b"),
    ("TextTools", "Group-Text", "-InputObject 5 | % Name", "5"),
    ("TextTools", "Add-TextTag", "-InputObject 1 -Name A -Value 5 | % A", "5"),
    ("TextTools", "Get-ObjectSummary", "abc | % { $_.Type }", "System.String"),
    ("TextTools", "New-WordList", "a | % { Test-Word a $_ }", "True"),
    ("TextTools", "Test-Word", "b (New-WordList a)", "False"),
    ("TextTools", "Read-TextLine", "/proc/sys/kernel/ostype", "Linux"),
    ("UnixInfo", "Get-Uname", "| % System", "Linux"), ("UnixInfo", "Get-UnixUser", "root | % Id", "0"),
    ("UnixInfo", "Get-UnixGroup", "root | % Id", "0"), ("UnixInfo", "Get-SystemLoad", "| % { $_.Uptime -gt 0 }", "True"),
    ("UnixInfo", "Get-MountPoint", "-All | select -First 1 | % { $_.Path.Length -gt 0 }", "True"),
    ("Zlib", "Get-ZlibCrc32", "hello", "907060870"), ("Zlib", "Get-ZlibAdler32", "hello", "103547413"),
    ("Zlib", "Get-ZlibBound", "100", "113"), ("Zlib", "Compress-Zlib", "('a' * 1000) | % Length", "17"),
    ("Zlib", "Expand-Zlib", "(Compress-Zlib abc) | % { [Text.Encoding]::UTF8.GetString($_) }", "abc"),
    ("CMath", "Get-Hypotenuse", "3 4", "5"), ("CMath", "Get-Gamma", "5", "24"),
    ("CMath", "Get-ErrorFunction", "0", "0"), ("CMath", "Get-NextDouble", "1 1", "1"),
    ("CMath", "Split-Float", "3.25 | % Whole", "3"), ("CMath", "Split-Exponent", "8 | % Exponent", "4"),
    ("CMath", "Get-Bessel", "0", "1"),
]

OTHERS = [
    ("pipeline", "'abc','d' | Get-Crc32", "891568578\n2564639436"), ("alias", "crc32 a; mw 'a b' | % Words; hypot 3 4", "3904355907\n2\n5"),
    ("fold", "'a','b' | Get-ZlibAdler32; Get-ZlibAdler32 ab", "19267780\n19267780"),
    ("bytes", "Get-Crc32 ([byte[]](104,101,108,108,111))", "907060870"),
    ("typed result", "(Get-Crc32 a).GetType().Name; (Get-ZlibCrc32 a).GetType().Name", "UInt32\nUInt32"),
    ("message error", "ConvertFrom-Hex 6 2>&1 | % { $_.FullyQualifiedErrorId }", "NativeFailure,ConvertFrom-Hex"),
    ("errno error", "Get-FileCrc32 /nonexist 2>&1 | % { $_.CategoryInfo.Category }", "ObjectNotFound"),
    ("status error", "Expand-Zlib abc 2>&1 | % { $_.Exception.Message }", "data error (-3)"),
    ("number that does not fit", "try { Get-Crc32 a -Seed -1 } catch { $_.CategoryInfo.Category }", "InvalidArgument"),
    ("NUL for a C text", "try { Test-Luhn \"a`0b\" } catch { 'refused' }", "refused"),
    ("range", "try { Get-Bessel 1 -Order 5000 } catch { 'refused' }", "refused"),
    ("type data", "(Measure-Word 'ab c').AverageLength; (Measure-Word 'ab c').Count", "2\n2"),
    ("code method", "(Measure-Word 'a b').Add((Measure-Word 'c d e')) | % Words", "5"),
    ("script block in code", "'abc','abd','x' | Group-Text -Key { $_.Substring(0, 1) } | % { $_.Name + $_.Count }", "a2\nx1"),
    ("error in a block", "$r = 1,2 | Group-Text -Key { throw 'no' } 2>&1; $r.Count", "2"),
    ("whatif", "Set-Content /tmp/nacre-whatif.txt 'colour'; Update-TextFile /tmp/nacre-whatif.txt colour -To grey -WhatIf "
     "| Out-Null; Get-Content /tmp/nacre-whatif.txt", "colour"),
    ("stop upstream", "1..5 | Group-Text | select -First 1 | % Name", "1"),
    ("port stopped", "Read-TextLine /etc/passwd | select -First 1 | % { $_.Length -gt 0 }", "True"),
    ("verbose stream", "Measure-Word -Path /dev/null -Verbose 4>&1 | select -First 1 | % { \"$_\" }", "Measuring '/dev/null'."),
    ("error stream", "Measure-Word -Path / 2>&1 | select -First 1 | % { $_.FullyQualifiedErrorId }",
     "FileReadError,Measure-Word"),
    ("terminating error", "try { Measure-Word -Path /nonexist } catch { $_.CategoryInfo.Category }", "ObjectNotFound"),
    ("metadata", "(Get-Command Get-Crc32).Parameters.Keys -contains 'Seed'", "True"),
    ("remove", "Import-Module TextTools; Remove-Module TextTools; (Get-Module TextTools) -eq $null; "
     "Import-Module TextTools; Measure-Word 'a' | % Words", "True\n1"),
    ("unloaded member", "$w = Measure-Word a; Remove-Module TextTools; $w.Words", "1"),
    ("kept object", "$l = New-WordList a; Remove-Module TextTools; try { Test-Word a $l } catch { 'refused' }", "refused"),
]


def samples(folder):
    modules = build_samples(folder)
    for module, command, rest, wanted in SAMPLES:
        path = os.path.join(modules, module)
        ways = {"bare": command, "qualified": f"{module}\\{command}", "path": f"{path}\\{command}", "call": f"& '{command}'"}
        for way, text in ways.items():
            expect(f"{command} {way}", f"{text} {rest}", wanted, modules)
    for name, script, wanted in OTHERS:
        expect(name, script, wanted, modules)


# Causes that the session finds before the loader is asked: any error will do.
SESSION_CAUSES = {"missingFile", "outside", "manifestSyntax", "manifestCode", "manifestValue", "manifestSize", "notAFile"}
# Manifests that PowerShell accepts, and so does the session: all that counts is that the host goes on.
ACCEPTED = {"ManifestHuge", "CodeVariable", "ExportsTable"}


def hostile(folder):
    root = os.path.join(folder, "hostile")
    subprocess.run([sys.executable, f"{ROOT}/Tests/Hostile/generate.py", root], check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(root, "expected.json"), encoding="utf-8") as file:
        cases = json.load(file)["cases"]
    work = os.path.join(folder, "work")
    os.makedirs(work, exist_ok=True)
    mark = os.path.join(work, "constructor-ran")
    for case in cases:
        name, stage, cause = case["name"], case["stage"], case["cause"]
        label = f"hostile {name}" + (f" {case['command']}" if "command" in case else "")
        path = os.path.join(root, name, name + ".psd1")
        if stage in ("discover", "import"):
            out, err, code = run(f"Get-Module -ListAvailable '{path}' | Out-Null; 'GOES ON'", root, cwd=work)
            check(label + " listed", code >= 0 and "GOES ON" in out, f"{out.strip()[-300:]!r} {err.strip()[-300:]!r} ({code})")
            check(label + " constructor", not os.path.exists(mark), "code ran at discovery")
        if stage in ("run", "none"):
            command = case.get("command", "$null")
            script = (f"$n = 0; try {{ Import-Module '{path}' -ErrorAction Stop; $global:Error.Clear(); {command} | Out-Null }} "
                      "catch { $n = 1 }; if ($Error.Count) { $n = 1 }; \"n=$n\"; \"id=\" + $Error[0].FullyQualifiedErrorId; 'GOES ON'")
            out, err, code = run(script, root, cwd=work)
            wanted = "n=1" if cause == "error" else "n=0"
            check(label, code >= 0 and wanted in out and "GOES ON" in out, f"wanted {wanted}: {out.strip()!r} {err.strip()[-300:]!r} ({code})")
        else:
            script = (f"try {{ Import-Module '{path}' -ErrorAction Stop; 'LOADED' }} catch {{ 'id=' + $_.FullyQualifiedErrorId; "
                      "$_.Exception.Message }; 'GOES ON'")
            out, err, code = run(script, root, cwd=work)
            wanted = "id=" if cause in SESSION_CAUSES else "id=NativeModule" + cause[0].upper() + cause[1:]
            good = code >= 0 and "GOES ON" in out and (name in ACCEPTED or "LOADED" not in out and wanted in out)
            check(label, good, f"wanted {wanted}: {out.strip()[-400:]!r} {err.strip()[-300:]!r} ({code})")
        if os.path.exists(mark):
            os.unlink(mark)


THIRD = r"""
#include <nacre_plugin.h>
static uint32_t sum(const uint8_t *data, size_t size) {
  uint32_t total = 0;
  while (size--) total += *data++;
  return total;
}
NACRE_FUNCTION("Get-ByteSum", sum, "u32(bytes Data); help 'Adds up bytes.'");
static int32_t process(nacre_env *env, const nacre_value *in, size_t count) {
  for (size_t k = 0; k < count; k++) nacre_write(env, in[k]);
  return nacre_write(env, env->params[1]);
}
static const nacre_cmdlet echo = {NACRE_HEAD(nacre_cmdlet), .process = process};
NACRE_CMDLET("Write-Twice", echo, "param object Value pos 0 mandatory pipeline\nparam int Number = 7 range 1..9");
NACRE_MODULE("ByteSum", "1.0.0", "help 'Sums of bytes.'");
"""


def thirdparty(folder):
    """A module made with nothing but an installed header and nacre.pc."""
    prefix = os.path.join(folder, "prefix")
    include = os.path.join(prefix, "include/nacre")
    shutil.copytree(f"{ROOT}/Sources/PluginABI/include", include)
    os.unlink(os.path.join(include, "module.modulemap"))
    os.makedirs(os.path.join(prefix, "lib/pkgconfig"))
    with open(f"{ROOT}/nacre.pc.in", encoding="utf-8") as file:
        text = file.read().replace("@prefix@", prefix).replace("@version@", "0.1")
    with open(os.path.join(prefix, "lib/pkgconfig/nacre.pc"), "w", encoding="utf-8") as file:
        file.write(text)
    module = os.path.join(folder, "third/ByteSum")
    os.makedirs(module)
    source = os.path.join(folder, "bytesum.c")
    with open(source, "w", encoding="utf-8") as file:
        file.write(THIRD)
    environment = {**os.environ, "PKG_CONFIG_PATH": os.path.join(prefix, "lib/pkgconfig")}
    subprocess.run(f"cc -shared -fPIC -fvisibility=hidden $(pkg-config --cflags nacre) {source} -o {module}/ByteSum.so",
                   shell=True, check=True, env=environment)
    with open(os.path.join(module, "ByteSum.psd1"), "w", encoding="utf-8") as file:
        file.write("@{ RootModule = 'ByteSum.so'; ModuleVersion = '1.0.0'; CmdletsToExport = @('Get-ByteSum', 'Write-Twice') }\n")
    modules = os.path.dirname(module)
    expect("third party function", "Get-ByteSum 'abc'; 'a','b' | Get-ByteSum", "294\n97\n98", modules)
    expect("third party cmdlet", "1,'x' | Write-Twice -Number 3; Write-Twice z", "1\n3\nx\n3\n7", modules)
    expect("third party range", "try { Write-Twice 1 -Number 12 } catch { 'refused' }", "refused", modules)
    expect("third party listing", "(Get-Command -Module ByteSum).Count", "2", modules)


def main():
    global HOST
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    HOST = os.path.abspath(sys.argv[1])
    sections = {"samples": samples, "hostile": hostile, "thirdparty": thirdparty}
    for name in sys.argv[2:] or sections:
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            sections[name](folder)
    print(f"{COUNT - len(FAILURES)} passed, {len(FAILURES)} failed")
    sys.exit(1 if FAILURES else 0)


if __name__ == "__main__":
    main()
