#!/usr/bin/env python3
"""Writes the command, alias and verb tables of Sources/Host/CTables from the recorded facts of PowerShell.

  Scripts/make-tables.py [FACTS]     FACTS defaults to /work/shared/spec/powershell

The C files are committed: a build needs neither this script nor the facts. A record of the command table is
one line for the command and one for each parameter, fields separated by tabs (CommandTable.swift reads it).
"""
import json
import os
import sys

FACTS = sys.argv[1] if len(sys.argv) > 1 else '/work/shared/spec/powershell'
TABLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Sources', 'Host', 'CTables')
# Parameters of our own, in the form of a table line.
EXTRA = {
    'Get-Command': ['Explain\tswitch\t\ts\tAllCommandSet='],
}


def facts(name):
    with open(os.path.join(FACTS, name + '.json'), encoding='utf-8') as file:
        return json.load(file)


def literal(text):
    """The text as adjacent C string literals, one a line."""
    out = []
    for line in text.splitlines(keepends=True):
        escaped = ''
        for byte in line.encode('utf-8'):
            char = chr(byte)
            if char in '"\\':
                escaped += '\\' + char
            elif 32 <= byte < 127:
                escaped += char
            else:
                escaped += '\\%03o' % byte
        out.append('"' + escaped + '"')
    return '\n   '.join(out) if out else '""'


def parameter_sets(sets):
    parts = []
    for s in sets:
        name = '*' if s['set'] == '__AllParameterSets' else s['set']
        flags = ('m' if s['mandatory'] else '') + ('p' if s['pipeline'] else '')
        flags += ('n' if s['byName'] else '') + ('r' if s['remaining'] else '')
        if s['position'] is not None:
            flags += str(s['position'])
        parts.append(name + '=' + flags)
    return '' if parts == ['*='] else ';'.join(parts)


def check(text):
    """One validation as the table writes it; the list of cultures is made at run time."""
    text = text.rstrip()
    if text.startswith('Set: ') and ', af-NA, ' in text:
        head = text[len('Set: '):text.index(', , af,') + 1 if ', , af,' in text else 0]
        return 'Cultures: ' + head.rstrip(', ')
    if text.startswith('Range: ..'):
        return 'RangeKind: '
    return text


# The facts leave the kind of a ValidateRangeKind blank.
RANGE_KINDS = {
    ('ConvertFrom-Json', 'Depth'): 'Positive', ('Format-Hex', 'Count'): 'Positive',
    ('Format-Hex', 'Offset'): 'NonNegative', ('Test-Connection', 'Count'): 'Positive',
    ('Test-Connection', 'Delay'): 'Positive', ('Test-Connection', 'TimeoutSeconds'): 'Positive',
}


def command_record(c):
    rows = c['parameters']
    supports = any(p['name'] == 'WhatIf' for p in rows) and any(p['name'] == 'Confirm' for p in rows)
    outputs = ';'.join(o for o in c['outputTypes'] or [] if o)
    lines = ['\t'.join([c['defaultSet'] or '', outputs, 'S' if supports else ''])]
    for p in rows:
        if supports and p['name'] in ('WhatIf', 'Confirm'):
            continue
        flags = ('s' if p['switch'] else '') + ('d' if p['dynamic'] else '')
        checks = []
        for v in p['validate']:
            v = check(v)
            if v == 'RangeKind: ':
                kind = RANGE_KINDS.get((c['name'], p['name']))
                if kind is None:
                    continue
                v += kind
            checks.append(v)
        lines.append('\t'.join([p['name'], p['type'], ','.join(p['aliases']), flags, parameter_sets(p['sets'])] + checks))
    return '\n'.join(lines + EXTRA.get(c['name'], []))


def write(name, body):
    with open(os.path.join(TABLES, name), 'w', encoding='utf-8') as file:
        file.write('// Made by Scripts/make-tables.py; do not edit.\n#include "CTables.h"\n\n' + body)


def write_text(name, rows):
    body = 'static const char text[] =\n   %s;\n\n' % literal('\n'.join(rows))
    write(name + '.c', body + 'const char *nacre_%s_text(void) { return text; }\n' % name)


def main():
    commands = sorted((c for c in facts('commands') if c['name'] != 'Save'), key=lambda c: c['name'].upper())
    body = 'static const nacre_command rows[] = {\n'
    for c in commands:
        kind = 'F' if c['kind'] == 'Function' else 'C'
        body += '  {%s, %s, %s, \'%s\',\n   %s},\n' % (
            literal(c['name']), literal(c['module']), literal(c['class'] or ''), kind, literal(command_record(c)))
    body += '};\nconst int nacre_command_count = %d;\n\n' % len(commands)
    body += 'const nacre_command *nacre_command_rows(void) { return rows; }\n'
    write('commands.c', body)

    rows = ['\t'.join([a['name'], a['definition'], a['options'], a['module']]) for a in facts('aliases')
            if a['module'] or a['definition']]
    write_text('aliases', rows)

    rows = ['\t'.join([v['verb'], v['alias'] or '', v['group'], v['description']]) for v in facts('verbs')]
    write_text('verbs', rows)

    skip = {'a', 'p', 's', 'switch', 'StackTrace', 'PSCmdlet', 'PSBoundParameters', 'null'}
    rows = ['\t'.join([v['name'], v['type'] or '', v['value'] or '', v['options'], v['description']])
            for v in facts('variables') if v['name'] not in skip]
    write_text('variables', rows)


main()
