#!/usr/bin/env python3
"""Reads every import of Sources/Host against the rooms of Package.swift, and plugins against the ABI alone."""
import glob, os, re, sys

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
manifest = open(os.path.join(root, 'Package.swift')).read()
rooms = {m[1]: set(re.findall(r'"(\w+)"', m[2] or '')) for m in re.finditer(r'room\(\s*"(\w+)"(?:,\s*\[(.*?)\])?', manifest, re.S)}
everywhere = {'Glibc', 'Synchronization'}
bad = 0
for path in glob.glob(os.path.join(root, 'Sources/Host/*/**/*.swift'), recursive=True):
    room = os.path.relpath(path, os.path.join(root, 'Sources/Host')).split(os.sep)[0]
    if room not in rooms:
        continue
    for i, line in enumerate(open(path), 1):
        m = re.match(r'(?:(?:public|package|internal|@\w+) )*import (?:struct |class |func |enum )?(\w+)', line)
        if m and m[1] not in rooms[room] | everywhere:
            print(f'{os.path.relpath(path, root)}:{i}: room {room} may not import {m[1]}')
            bad += 1
for path in glob.glob(os.path.join(root, 'Plugins/**/*.swift'), recursive=True):
    for i, line in enumerate(open(path), 1):
        m = re.match(r'(?:\w+ )?import (\w+)', line)
        if m and m[1] in rooms:
            print(f'{os.path.relpath(path, root)}:{i}: a plugin may not import the host room {m[1]}')
            bad += 1
sys.exit(1 if bad else 0)
