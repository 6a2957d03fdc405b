#!/usr/bin/env python3
"""Compare the parser with what PowerShell's own parser makes of the conformance scripts.

usage: syntax-goldens.py [--dump PROGRAM] [--cases DIR] [--goldens DIR] [--show N] [--only REGEX] [--kind trees|broken] [--check]

With --check it fails when a tree differs, or when more than two broken scripts get another first error (two need I/O,
which the parser does not do), and ends with `N passed, N failed`.
"""
import argparse, glob, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))


def read_cases(path):
    text = open(path, encoding='utf-8').read()
    parts = re.split(r'^### case: *(\S+) *\n', text, flags=re.M)
    return list(zip(parts[1::2], parts[2::2]))


def answers(program, scripts):
    data = b''.join(b'%d\n%s' % (len(b), b) for b in (s.encode('utf-8', 'surrogatepass') for s in scripts))
    out = subprocess.run(program.split(), input=data, stdout=subprocess.PIPE, check=True).stdout.decode('utf-8')
    for block in out.split('\n=\n')[:len(scripts)]:
        lines = block.lstrip('\n').split('\n')
        tree = [l for l in lines if l and not l.startswith('!')]
        errors = []
        for line in lines:
            if line.startswith('!'):
                ident, at, incomplete, message = line[1:].split(' ', 3)
                errors.append((ident, at, incomplete == 'True', message.replace('\x01', '\n')))
        yield tree, errors


def first_difference(ours, theirs):
    for index in range(max(len(ours), len(theirs))):
        a = ours[index] if index < len(ours) else None
        b = theirs[index] if index < len(theirs) else None
        if a != b:
            return index, a, b
    return None


def golden_errors(row):
    return [(e['id'], e['at'], e['incomplete'], e['message']) for e in row['errors']]


def trees(args):
    names, scripts, rows = [], [], []
    for path in sorted(glob.glob(os.path.join(args.cases, '**/*.cases'), recursive=True)):
        area = os.path.relpath(path, args.cases)[:-6]
        golden = {}
        file = os.path.join(args.goldens, area + '.ast.jsonl')
        if not os.path.exists(file):
            continue
        for line in open(file, encoding='utf-8'):
            row = json.loads(line)
            golden[row['case']] = row
        for name, script in read_cases(path):
            full = f'{area}/{name}'
            if name in golden and (not args.only or re.search(args.only, full)):
                names.append(full); scripts.append(script); rows.append(golden[name])
    same = errors_same = shown = 0
    for name, script, row, (tree, errors) in zip(names, scripts, rows, answers(args.dump, scripts)):
        difference = first_difference(tree, [l.rstrip() for l in row['ast'].split('\n')])
        same += difference is None
        wanted = golden_errors(row)
        agrees = errors == wanted
        errors_same += agrees
        if (difference or not agrees) and shown < args.show:
            shown += 1
            if difference:
                print(f'{name}: node {difference[0]}: {difference[1]!r} wanted {difference[2]!r}')
            if not agrees:
                print(f'{name}: error {first_difference(errors, wanted)}')
    print(f'trees: {same} of {len(rows)} equal; errors of these scripts: {errors_same} of {len(rows)} equal')
    return same, len(rows) - same


def broken(args):
    rows = [json.loads(l) for l in open(os.path.join(args.goldens, 'broken.jsonl'), encoding='utf-8')]
    if args.only:
        rows = [r for r in rows if re.search(args.only, r['case'])]
    first = whole = places = shown = 0
    for row, (_, errors) in zip(rows, answers(args.dump, [r['script'] for r in rows])):
        wanted = golden_errors(row)
        head = bool(errors) and errors[0][:2] == wanted[0][:2]
        first += head
        places += [e[:2] for e in errors] == [e[:2] for e in wanted]
        whole += errors == wanted
        if errors != wanted and (not args.first or not head) and shown < args.show:
            shown += 1
            print(f"{row['case']}: {first_difference(errors, wanted)}")
    print(f'broken: first error equal in {first} of {len(rows)}; ids and places of all in {places}; '
          f'all with message and incompleteness in {whole}')
    return first, max(len(rows) - first - 2, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--dump', default='.build/debug/syntaxdump')
    parser.add_argument('--cases', default=os.path.join(HERE, 'Conformance'))
    parser.add_argument('--goldens', default=os.path.join(HERE, 'Golden/syntax'))
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--show', type=int, default=20)
    parser.add_argument('--only')
    parser.add_argument('--first', action='store_true', help='show only scripts whose first error differs')
    parser.add_argument('--kind', choices=['trees', 'broken'])
    args = parser.parse_args()
    passed = failed = 0
    for kind, compare in (('trees', trees), ('broken', broken)):
        if args.kind in (None, kind):
            good, bad = compare(args)
            passed += good
            failed += bad
    if args.check:
        print(f'{passed} passed, {failed} failed')
        sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
