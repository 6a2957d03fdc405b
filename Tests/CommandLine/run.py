#!/usr/bin/env python3
"""The host's command line: switches, exit codes, standard input, `#!` lines.

usage: run.py NACRE
"""
import base64, os, shutil, subprocess, sys, tempfile

NACRE = os.path.abspath(sys.argv[1])
FAILED = []
COUNT = 0


def check(name, args, stdout=None, code=0, stdin='', stderr=None, files=None, contains=None, env=None):
    global COUNT
    COUNT += 1
    folder = tempfile.mkdtemp(prefix='cli-')
    try:
        for path, text in (files or {}).items():
            full = os.path.join(folder, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            open(full, 'w').write(text.replace('@NACRE@', NACRE))
            os.chmod(full, 0o755)
        argv = [a.replace('@NACRE@', NACRE).replace('@HERE@', folder) for a in args]
        e = {**os.environ, 'HOME': folder, 'TERM': 'dumb', 'NO_COLOR': '1', 'LC_ALL': 'en_US.UTF-8', **(env or {})}
        p = subprocess.run(argv, cwd=folder, input=stdin, capture_output=True, text=True, timeout=20, env=e)
        problems = []
        if stdout is not None and p.stdout.rstrip() != stdout.rstrip():
            problems.append(f'stdout {p.stdout!r} instead of {stdout!r}')
        if contains is not None and contains not in p.stdout + p.stderr:
            problems.append(f'{contains!r} not in {p.stdout + p.stderr!r}')
        if stderr is not None and stderr not in p.stderr:
            problems.append(f'stderr {p.stderr!r} lacks {stderr!r}')
        if p.returncode != code:
            problems.append(f'exit {p.returncode} instead of {code} {p.stderr[:300]!r}')
        if problems:
            FAILED.append(name)
            print(f'FAIL {name}: ' + '; '.join(problems))
    except subprocess.TimeoutExpired:
        FAILED.append(name)
        print(f'FAIL {name}: timed out')
    finally:
        shutil.rmtree(folder, ignore_errors=True)


N = [NACRE, '-NoProfile']
utf16 = lambda s: base64.b64encode(s.encode('utf-16-le')).decode()

check('-c runs text', N + ['-c', '1 + 1'], '2')
check('-Command joins the rest', N + ['-Command', '"a"', ';', '"b"'], 'a\nb')
check('-c - reads standard input', N + ['-c', '-'], 'from input', stdin="'from input'\n")
check('no arguments and a pipe read standard input', N, '3', stdin='1 + 2\n')
check('-File runs a script with arguments', N + ['-File', 'a.ps1', 'x', '-Name', 'y'], 'x y',
      files={'a.ps1': 'param($First, $Name) "$First $Name"'})
check('a bare path is -File', [NACRE, 'a.ps1'], 'ran', files={'a.ps1': "'ran'"})
check('-File passes switches with values', N + ['-File', 'a.ps1', '-On:$false'], 'False',
      files={'a.ps1': 'param([switch]$On) "$On"'})
check('-EncodedCommand', N + ['-EncodedCommand', utf16('"encoded é"')], 'encoded é')
check('-e that is not Base64', N + ['-e', '!!!'], code=64)
check('-WorkingDirectory', N + ['-WorkingDirectory', '/tmp', '-c', '$PWD.Path'], '/tmp')
check('-Version', [NACRE, '-Version'], contains='7.6.5')
check('-Help', [NACRE, '-Help'], contains='Usage: nacre')
check('-ExecutionPolicy and -OutputFormat are accepted', N + ['-ExecutionPolicy', 'Bypass', '-OutputFormat', 'Text', '-c', '5'], '5')
check('switches abbreviate', [NACRE, '-nop', '-noni', '-c', '6'], '6')
check('exit ends with its code', N + ['-c', 'exit 7'], '', code=7)
check('exit in a file ends with its code', N + ['-File', 'a.ps1'], '', code=9, files={'a.ps1': 'exit 9'})
check('an uncaught error ends with 1', N + ['-c', "throw 'x'"], code=1, stderr='x')
check('a failed last statement of -c ends with 1', N + ['-c', 'Get-Item /no/such'], code=1)
check('a file that goes on after an error ends with 0', N + ['-File', 'a.ps1'], 'after', files={'a.ps1': "Get-Item /no/such\n'after'"})
check('a missing file ends with 64', N + ['-File', 'none.ps1'], code=64)
check('a parse error ends with 1', N + ['-c', 'if ('], code=1)
check('the code of a native command is 1 or 0 with -c', N + ['-c', '/bin/sh -c "exit 4"; exit $LASTEXITCODE'], code=4)
check('a #! line starts the host', ['@HERE@/tool', 'arg'], 'tool arg', files={'tool': '#!@NACRE@\n"tool $args"\n'})
check('$PSVersionTable', N + ['-c', '"$($PSVersionTable.PSVersion) $($PSVersionTable.PSEdition) $([bool]$PSVersionTable.NacreVersion)"'],
      '7.6.5 Core True')
check('the host is deaf to a closed output', ['/bin/sh', '-c', '@NACRE@ -NoProfile -c "1..100000" | head -n 1'], '1')
check('deep recursion is an error, not a crash', N + ['-c', 'function f { f }; try { f } catch { $_.FullyQualifiedErrorId }'],
      'CallDepthOverflow')
check('the culture is invariant for C', N + ['-c', '(Get-Culture).Name + "|" + (1.5).ToString("N2")'], '|1.50', env={'LC_ALL': 'C', 'LANG': 'C'})
check('Get-Command -Explain loads nothing', N + ['-c', '$null = Get-Command Get-Crc32 -Explain; @(Get-Module Checksum).Count'], '0')

print(f'{COUNT - len(FAILED)} passed, {len(FAILED)} failed')
sys.exit(1 if FAILED else 0)
