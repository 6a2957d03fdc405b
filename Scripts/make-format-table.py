#!/usr/bin/env python3
"""Writes Sources/Host/CTables/formats.c from the recorded default views (../shared/spec/powershell/formats.json).

One record a line, fields separated by tabs, `\\n`, `\\t` and `\\\\` escaped:
  T types...            the types the views that follow are for
  V control name        a view: table, list, wide or custom
  G kind value label    its group-by
  O autosize hide       table options (0/1)
  H label width align   a header
  R wrap types...       a row definition and the types that select it
  C align format kind value          a cell of the row
  E types...            a list entry and the types that select it
  I label format kind value condkind cond   an item of the entry
  W format kind value   the entry of a wide view
"""
import json, os, sys

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
source = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, '../shared/spec/powershell/formats.json')
out = []

def esc(x):
    return '' if x is None else str(x).replace('\\', '\\\\').replace('\n', '\\n').replace('\t', '\\t')

def row(*fields):
    out.append('\t'.join(esc(f) for f in fields))

def entry(e):
    return ('', '') if not e else ({'Property': 'P', 'ScriptBlock': 'S'}[e['kind']], e['value'])

def types(selected):
    return [t for t in (selected or []) if t]

for f in json.load(open(source)):
    row('T', *f['types'])
    for v in f['views']:
        control = v['control'].replace('Control', '').lower()
        if control == 'custom':
            continue
        row('V', control, v['name'])
        g = v.get('groupBy')
        if g:
            row('G', *entry(g['expression']), g.get('label'))
        if control == 'table':
            row('O', int(v['autoSize']), int(v['hideHeaders']))
            for h in v['headers']:
                row('H', h['label'], h['width'], h['alignment'])
            for r in v['rows']:
                row('R', int(r['wrap']), *types(r['selectedBy']))
                for c in r['columns']:
                    row('C', c['alignment'], c['format'], *entry(c['entry']))
        elif control == 'list':
            for e in v['entries']:
                row('E', *types(e['selectedBy']))
                for i in e['items']:
                    row('I', i['label'], i['format'], *entry(i['entry']), *entry(i.get('condition')))
        elif control == 'wide':
            row('O', int(v['autoSize']), v['columns'])
            for e in v['entries']:
                row('W', e['format'], *entry(e['entry']))

def literal(line):
    return '"' + line.replace('\\', '\\\\').replace('"', '\\"').replace('?', '\\?').replace('\t', '\\t').replace('\r', '\\r') + '\\n"'

with open(os.path.join(root, 'Sources/Host/CTables/formats.c'), 'w') as f:
    f.write('/* Written by Scripts/make-format-table.py; the format is described there. */\n')
    f.write('#include "formats_table.h"\n\nconst char nacre_formats[] =\n')
    f.write('\n'.join(literal(l) for l in out))
    f.write(';\nconst unsigned long nacre_formats_size = sizeof nacre_formats - 1;\n')
