#!/usr/bin/env python3
"""Every example of about_Command_Precedence (the specification), under its own name, on a real host.

usage: run.py NACRE

Native modules are built here with cc from the public header alone. Each test runs in an empty folder with its own PSModulePath
entry `mods`; it passes when stdout is exactly the expected text and the host ends with code 0.
"""
import os, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TESTS = []


def test(name, script, expected, files=None, native=None, env=None):
    TESTS.append((name, script, expected, files or {}, native or {}, env or {}))


def module(name, text):
    return {f'mods/{name}/{name}.psm1': text}


SH = '#!/bin/sh\n'

test('a path runs the command at that place', './TechDocs/FindDocs.ps1', 'found docs\n',
     {'TechDocs/FindDocs.ps1': "'found docs'"})
test('a full path runs the command at that place', '& "$PWD/TechDocs/FindDocs.ps1"', 'found docs\n',
     {'TechDocs/FindDocs.ps1': "'found docs'"})
test('the current directory is not searched', 'try { FindDocs.ps1 } catch { $_.FullyQualifiedErrorId }',
     'CommandNotFoundException\n', {'FindDocs.ps1': "'found docs'"})
test('a relative path with a backslash runs from the current directory', '.\\FindDocs.ps1', 'found docs\n',
     {'FindDocs.ps1': "'found docs'"})
test('a directory of the path variable is searched', '$env:PATH = "$PWD/bin:$env:PATH"; FindDocs', 'found docs\n',
     {'bin/FindDocs.ps1': "'found docs'"})
test('alias, function, cmdlet, external, in this order',
     '''$env:PATH = "$PWD/bin:$env:PATH"
function Use-Alias { 'alias' }
Set-Alias Get-Tick Use-Alias
function Get-Tick { 'function' }
Get-Tick
Remove-Item Alias:Get-Tick
Get-Tick
Import-Module Ticks
Remove-Item Function:Get-Tick
Get-Tick
Remove-Module Ticks
$PSModuleAutoLoadingPreference = 'None'
Get-Tick''', 'alias\nfunction\ncmdlet\nexternal\n',
     {'bin/Get-Tick': SH + 'echo external\n'}, {'Ticks': {'Get-Tick': 'cmdlet'}})
test('help finds an alias, then a function, then a cmdlet',
     '''function Show-Other { 'alias target' }
function Help { 'function Help' }
help
Set-Alias help Show-Other
help''', 'function Help\nalias target\n')
test('a function Get-Map runs before a cmdlet Get-Map',
     '''Import-Module Maps
Get-Map
function Get-Map { 'function' }
Get-Map''', 'cmdlet\nfunction\n', native={'Maps': {'Get-Map': 'cmdlet'}})
test('an executable build beats the alias build of a module that is not loaded',
     '''$env:PATH = "$PWD/bin:$env:PATH"
build
Import-Module InvokeBuild
build''', 'executable\nfunction\n',
     dict(module('InvokeBuild', "function Invoke-Build { 'function' }\nSet-Alias build Invoke-Build\nExport-ModuleMember -Function * -Alias *"),
          **{'bin/build': SH + 'echo executable\n'}))
test('without an executable the module is loaded for its alias', 'build', 'function\n',
     {**module('InvokeBuild', "function Invoke-Build { 'function' }\nSet-Alias build Invoke-Build"),
      'mods/InvokeBuild/InvokeBuild.psd1':
      "@{ ModuleVersion = '1.0'; RootModule = 'InvokeBuild.psm1'; FunctionsToExport = 'Invoke-Build'; AliasesToExport = 'build' }"})
test('an imported function hides a cmdlet, which its module name still reaches',
     '''Import-Module Ticks
Import-Module Mine
Get-Tick
Ticks\\Get-Tick''', 'function\ncmdlet\n', module('Mine', "function Get-Tick { 'function' }"), {'Ticks': {'Get-Tick': 'cmdlet'}})
test('an imported variable replaces the one of the session',
     '''$x = 'typed'
Import-Module Vars
$x''', 'imported\n', module('Vars', "$x = 'imported'\nExport-ModuleMember -Variable x"))
test('an imported function replaces the one that was typed',
     '''function Get-Map { 'typed' }
Import-Module MapFunctions
Get-Map
Remove-Module MapFunctions
try { $PSModuleAutoLoadingPreference = 'None'; Get-Map } catch { $_.FullyQualifiedErrorId }''',
     'imported\nCommandNotFoundException\n', module('MapFunctions', "function Get-Map { 'imported' }"))
test('Get-Command shows the command that would run',
     "function Get-Date { 'mine' }; (Get-Command Get-Date).CommandType", 'Function\n')
test('Get-Command -All shows every one',
     'Import-Module Microsoft.PowerShell.Utility; function Get-Date { \'mine\' }; Get-Command Get-Date -All | ForEach-Object { "$($_.CommandType) $($_.Source)" }',
     'Function \nCmdlet Microsoft.PowerShell.Utility\n')
test('Get-Command where -All shows alias and application',
     '''$env:PATH = "$PWD/bin"
Get-Command where -All | ForEach-Object { "$($_.CommandType) $($_.Name)" }''',
     'Alias where\nApplication where\n', {'bin/where': SH})
test('a module-qualified name passes an alias',
     '''New-Alias -Name "Get-Date" -Value "Get-ChildItem"
(Microsoft.PowerShell.Utility\\Get-Date -Date 2023-05-16).Year''', '2023\n')
test('MapFunctions\\New-Map runs the command of that module', 'MapFunctions\\New-Map', 'new map\n',
     module('MapFunctions', "function New-Map { 'new map' }"))
test('the preference decides whether a qualified name loads',
     '''$PSModuleAutoLoadingPreference = 'None'
try { MapFunctions\\New-Map } catch { $_.FullyQualifiedErrorId }
$PSModuleAutoLoadingPreference = 'ModuleQualified'
try { New-Map } catch { $_.FullyQualifiedErrorId }
MapFunctions\\New-Map''', 'CommandNotFoundException\nCommandNotFoundException\nnew map\n',
     module('MapFunctions', "function New-Map { 'new map' }"))
test('ModuleName tells where a command comes from', '(Get-Command Get-Date).ModuleName', 'Microsoft.PowerShell.Utility\n')
test('a variable or alias cannot be qualified',
     '''Import-Module Al
short
try { Al\\short } catch { $_.FullyQualifiedErrorId }''', 'target\nCommandNotFoundException\n',
     module('Al', "function Get-Target { 'target' }\nSet-Alias short Get-Target\nExport-ModuleMember -Function * -Alias *"))
test('a path qualifies with slashes and one backslash',
     '& ([scriptblock]::Create("$($PWD.Path)/mods/MapFunctions\\New-Map"))', 'new map\n',
     module('MapFunctions', "function New-Map { 'new map' }"))
test('the path may be relative to the current location', './mods/MapFunctions\\New-Map', 'new map\n',
     module('MapFunctions', "function New-Map { 'new map' }"))
test('a drive-qualified path does not qualify',
     'try { C:/mods/MapFunctions\\New-Map } catch { $_.FullyQualifiedErrorId }', 'CommandNotFoundException\n',
     module('MapFunctions', "function New-Map { 'new map' }"))
test('the call operator runs what Get-Command found',
     '''function Map { 'function' }
function Other { 'alias' }
Set-Alias Map Other
Map
& (Get-Command -Name Map -CommandType Function)''', 'alias\nfunction\n')
test('the call operator runs what the Function drive holds',
     '''function Map { 'function' }
Set-Alias Map Get-Date
& (dir Function:\\map)''', 'function\n')
test('a hidden command can be kept in a variable',
     '''function Map { 'function' }
$myMap = (Get-Command -Name map -CommandType function)
Set-Alias Map Get-Date
& ($myMap)''', 'function\n')
test('the call operator enters a module', "Import-Module Inner; & (Get-Module Inner) { hidden }", 'hidden function\n',
     module('Inner', "function hidden { 'hidden function' }\nfunction Get-Inner { }\nExport-ModuleMember Get-Inner"))
test('the call operator runs strings and blocks in a child scope',
     '& { $x = 1 }; "[$x]"; . { $x = 2 }; "[$x]"', '[]\n[2]\n')
test('imported aliases replace those of the session',
     '''Set-Alias short Get-Date
Import-Module Al
short''', 'target\n',
     module('Al', "function Get-Target { 'target' }\nSet-Alias short Get-Target\nExport-ModuleMember -Function * -Alias *"))
test('of loaded modules with one cmdlet the alphabetically first runs',
     '''Import-Module Zeta
Import-Module Alpha
Get-Same
Zeta\\Get-Same
(Get-Command Get-Same -All).Source -join ' '
Remove-Module Alpha
Get-Same''', 'alpha\nzeta\nAlpha Zeta\nzeta\n',
     native={'Alpha': {'Get-Same': 'alpha'}, 'Zeta': {'Get-Same': 'zeta'}})
test('and it is the first whatever was imported last',
     'Import-Module Alpha; Import-Module Zeta; Get-Same', 'alpha\n',
     native={'Alpha': {'Get-Same': 'alpha'}, 'Zeta': {'Get-Same': 'zeta'}})
test('scripts can ask for the module imported last',
     "$PSCmdletConflictPreference = 'LastImported'; Import-Module Alpha; Import-Module Zeta; Get-Same", 'zeta\n',
     native={'Alpha': {'Get-Same': 'alpha'}, 'Zeta': {'Get-Same': 'zeta'}})
test('a cmdlet that is not loaded is loaded from the first module that has it',
     'Get-Same; (Get-Module Alpha, Zeta).Name', 'alpha\nAlpha\n',
     native={'Alpha': {'Get-Same': 'alpha'}, 'Zeta': {'Get-Same': 'zeta'}})
test('paths of PSModulePath are searched in their order',
     '$env:PSModulePath = "$PWD/first:$PWD/mods"; Get-Thing', 'from first\n',
     {'first/Zz/Zz.psm1': "function Get-Thing { 'from first' }", **module('Aa', "function Get-Thing { 'from mods' }")})
test('a prefix avoids the conflict',
     '''Import-Module -Name DateFunctions -Prefix ZZ
Get-ZZDate
(Get-Command Get-Date).Source''', 'prefixed\nMicrosoft.PowerShell.Utility\n',
     module('DateFunctions', "function Get-Date { 'prefixed' }\nfunction Set-Date { }"))
test('PATHEXT means nothing here',
     '''$env:PATH = "$PWD/bin:$env:PATH"
$env:PATHEXT = '.sh'
try { tool } catch { $_.FullyQualifiedErrorId }
tool.sh''', 'CommandNotFoundException\nran\n', {'bin/tool.sh': SH + 'echo ran\n'})


def build(folder, name, commands):
    """A native module whose commands are C functions that return a text."""
    target = os.path.join(folder, 'mods', name)
    os.makedirs(target, exist_ok=True)
    source = '#include <nacre_plugin.h>\n'
    for i, (command, text) in enumerate(commands.items()):
        source += f'static const char *f{i}(void) {{ return "{text}"; }}\nNACRE_FUNCTION("{command}", f{i}, "cstr()");\n'
    source += f'NACRE_MODULE("{name}", "1.0.0", "help \'Test.\'");\n'
    c = os.path.join(target, name + '.c')
    open(c, 'w').write(source)
    subprocess.run(['cc', '-shared', '-fPIC', '-O1', '-I', os.path.join(ROOT, 'Sources/PluginABI/include'), '-o',
                    os.path.join(target, name + '.so'), c], check=True)
    os.unlink(c)


def run(nacre, name, script, expected, files, native, env):
    folder = tempfile.mkdtemp(prefix='precedence-')
    try:
        for path, text in files.items():
            full = os.path.join(folder, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            open(full, 'w').write(text)
            if text.startswith('#!'):
                os.chmod(full, 0o755)
        os.makedirs(os.path.join(folder, 'mods'), exist_ok=True)
        for module_name, commands in native.items():
            build(folder, module_name, commands)
        file = os.path.join(folder, 'case.ps1')
        open(file, 'w').write(script + '\n')
        e = dict(os.environ, HOME=folder, TERM='dumb', NO_COLOR='1', PSModulePath=os.path.join(folder, 'mods'), **env)
        p = subprocess.run([nacre, '-NoProfile', '-File', file], cwd=folder, env=e, stdin=subprocess.DEVNULL,
                           capture_output=True, text=True, timeout=20)
        clean = lambda s: '\n'.join(l.rstrip() for l in s.rstrip('\n').split('\n'))
        if clean(p.stdout) == clean(expected) and p.returncode == 0:
            return None
        return f'expected {expected!r}, got {p.stdout!r} (exit {p.returncode}) {p.stderr[:600]}'
    except subprocess.TimeoutExpired:
        return 'timed out'
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    nacre = os.path.abspath(sys.argv[1])
    failed = 0
    for t in TESTS:
        problem = run(nacre, *t)
        if problem:
            failed += 1
            print(f'FAIL {t[0]}: {problem}')
    print(f'{len(TESTS) - failed} passed, {failed} failed')
    return 1 if failed else 0


sys.exit(main())
