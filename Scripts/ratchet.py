#!/usr/bin/env python3
"""Runs the recorded cases under a host and holds it to what it passed before.

  ratchet.py --host 'HOST ...'            fails when a case of Tests/Conformance/passing.txt no longer passes
  ratchet.py --host 'HOST ...' --record   rewrites passing.txt and the table of docs/conformance.md

A case that fails is run once more, so that a busy machine does not count as a regression.
"""
import argparse, datetime, json, os, re, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CASES = os.path.join(ROOT, 'Tests/Conformance')
LIST = os.path.join(CASES, 'passing.txt')
TABLE = os.path.join(ROOT, 'docs/conformance.md')


def run(host, only=None, cases=CASES):
    out = tempfile.mktemp(suffix='.json')
    argv = [sys.executable, os.path.join(CASES, 'conformance'), 'run', '--host', host, '--cases', cases,
            '--quiet', '--json', out, '--limit', '30']
    if only:
        argv += ['--only', only]
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    rows = json.load(open(out))
    os.unlink(out)
    return {r['case']: r for r in rows}


def table(rows):
    areas = {}
    for name, r in rows.items():
        a = areas.setdefault(name.split('/')[0], [0, 0, 0])
        a[0] += 1
        a[1] += r['pass']
        a[2] += r['pass'] and r['err']
    day = datetime.date.today().isoformat()
    lines = ['| area | passed | of | % | stderr the same too | date |', '|---|---|---|---|---|---|']
    for a, (n, good, err) in sorted(areas.items()):
        lines.append(f'| {a} | {good} | {n} | {100 * good / n:.1f} | {err} | {day} |')
    n = sum(v[0] for v in areas.values()); good = sum(v[1] for v in areas.values()); err = sum(v[2] for v in areas.values())
    lines.append(f'| **all** | {good} | {n} | {100 * good / max(n, 1):.1f} | {err} | {day} |')
    return '\n'.join(lines)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--host', required=True)
    ap.add_argument('--record', action='store_true')
    a = ap.parse_args()
    rows = run(a.host)
    if a.record:
        with open(LIST, 'w') as f:
            f.write(''.join(n + '\n' for n, r in sorted(rows.items()) if r['pass']))
        text = open(TABLE).read()
        text = re.sub(r'(<!-- cases -->\n).*?(<!-- /cases -->)', lambda m: m[1] + table(rows) + '\n' + m[2], text, flags=re.S)
        open(TABLE, 'w').write(text)
    expected = [l.strip() for l in open(LIST) if l.strip()]
    lost = [n for n in expected if not rows.get(n, {}).get('pass')]
    if lost:
        again = run(a.host, '^(' + '|'.join(re.escape(n) for n in lost) + ')$')
        lost = [n for n in lost if not again.get(n, {}).get('pass')]
    for n in lost:
        print('no longer passes:', n)
    gained = [n for n, r in rows.items() if r['pass'] and n not in set(expected)]
    if gained:
        print(f'{len(gained)} cases pass that passing.txt does not list yet')
    print(table(rows))
    print(f'{len(expected) - len(lost)} passed, {len(lost)} failed')
    return 1 if lost else 0


sys.exit(main())
