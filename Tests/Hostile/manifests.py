"""Broken manifests: syntax, nesting, code, wrong values, bad native declarations."""

GUID = "00000000-0000-4000-8000-000000000000"


def standard(name, more=""):
    return (f"@{{\n  RootModule = '{name}.so'\n  ModuleVersion = '1.0'\n  GUID = '{GUID}'\n"
            f"  CmdletsToExport = @('Get-Hostile')\n  FunctionsToExport = @()\n  AliasesToExport = @()\n{more}}}\n")


def native(body, command="Get-Hostile", library="libm.so.6"):
    return (f"@{{\n  ModuleVersion = '1.0'\n  GUID = '{GUID}'\n  CmdletsToExport = @('{command}')\n"
            f"  PrivateData = @{{ Native = @{{ Abi = 1; Library = @('{library}'); {body} }} }}\n}}\n")


def prototype(declaration, params=""):
    return native("Cmdlets = @{ 'Get-Hostile' = @{ C = '" + declaration + "'; Params = @{ " + params + " } } }")


def cases(case):
    def manifest(name, cause, text, detail="", stage="import"):
        case(name, stage, cause, detail, manifest=text)

    manifest("ManifestEmpty", "manifestSyntax", "", "an empty file")
    manifest("ManifestOpen", "manifestSyntax", "@{ ModuleVersion = '1.0'")
    manifest("ManifestOpenString", "manifestSyntax", "@{ ModuleVersion = '1.0 }")
    manifest("ManifestGarbage", "manifestSyntax", bytes(range(256)) * 64)
    manifest("ManifestNotTable", "manifestSyntax", "'just text'")
    manifest("ManifestTwo", "manifestSyntax", "@{ ModuleVersion = '1.0' }\n@{ ModuleVersion = '2.0' }")
    manifest("ManifestDuplicateKey", "manifestSyntax", "@{ ModuleVersion = '1.0'; ModuleVersion = '2.0' }")
    manifest("ManifestUnknownKey", "manifestValue", "@{ ModuleVersion = '1.0'; Wibble = 1 }")
    manifest("ManifestDeepTables", "manifestSize", "@{ ModuleVersion = '1.0'; PrivateData = " + "@{ a = " * 20000)
    manifest("ManifestDeepArrays", "manifestSize", "@{ ModuleVersion = " + "@(" * 50000)
    manifest("ManifestDeepParens", "manifestSize", "@{ ModuleVersion = " + "(" * 50000 + "1" + ")" * 50000 + "}")
    manifest("ManifestHuge", "manifestSize", "@{ ModuleVersion = '1.0'; Description = '" + "x" * 20_000_000 + "' }")
    for name, code in {
        "Command": "(Set-Content constructor-ran x)", "Subexpression": '"$(Set-Content constructor-ran x)"',
        "Call": "& { Set-Content constructor-ran x }", "Variable": "$env:HOME", "Method": "'x'.ToUpper()",
        "Static": "[System.IO.File]::WriteAllText('constructor-ran', 'x')",
        "Block": "{ Set-Content constructor-ran x }",
        "Loop": "$(while ($true) {})",
    }.items():
        manifest("Code" + name, "manifestCode", f"@{{ ModuleVersion = '1.0'; Description = {code} }}")
    manifest("CodeStatement", "manifestCode", "Set-Content constructor-ran x\n@{ ModuleVersion = '1.0' }")
    value_cases(manifest)
    native_cases(manifest)


def value_cases(manifest):
    manifest("VersionTable", "manifestValue", "@{ ModuleVersion = @{ a = 1 } }")
    manifest("VersionLong", "manifestValue", "@{ ModuleVersion = '1.2.3.4.5' }")
    manifest("VersionHuge", "manifestValue", "@{ ModuleVersion = '99999999999.0' }")
    manifest("GuidBad", "manifestValue", "@{ ModuleVersion = '1.0'; GUID = 'nope' }")
    manifest("ExportsTable", "manifestValue", "@{ ModuleVersion = '1.0'; CmdletsToExport = @{ a = 1 } }")
    manifest("FileMissing", "missingFile", standard("Nowhere"))
    manifest("FileOutside", "outside", "@{ ModuleVersion = '1.0'; RootModule = '../../../../../../etc/passwd' }")
    manifest("FileAbsolute", "outside", "@{ ModuleVersion = '1.0'; RootModule = '/lib/x86_64-linux-gnu/libc.so.6' }")
    manifest("FileNul", "missingFile", "@{ ModuleVersion = '1.0'; RootModule = \"a`0b.so\" }")
    manifest("NestedSelf", "manifestValue", "@{ ModuleVersion = '1.0'; NestedModules = @('NestedSelf.psd1') }",
             "names itself as nested module")
    manifest("RequiresNothing", "manifestValue", "@{ ModuleVersion = '1.0'; RequiredModules = @('NoSuchModule') }",
             "a required module that is not there")
    manifest("NewerHost", "manifestValue", "@{ ModuleVersion = '1.0'; PowerShellVersion = '99.0' }")


def native_cases(manifest):
    manifest("NativeAbi", "abiMajor", native("Cmdlets = @{}").replace("Abi = 1", "Abi = 9"))
    manifest("NativeNotTable", "manifestValue", "@{ ModuleVersion = '1.0'; PrivateData = @{ Native = 'x' } }")
    manifest("NativeLibrary", "library", native(
        "Cmdlets = @{ 'Get-Hostile' = @{ C = 'int f(void)' } }", library="libnosuch.so.0"))
    manifest("NativeSymbol", "symbol", prototype("int no_such_function_at_all(void)"))
    manifest("NativeOpen", "prototype", prototype("int f("))
    manifest("NativeEmpty", "prototype", prototype(""))
    manifest("NativeStruct", "prototype", prototype("struct div_t div(int a, int b)"), "a struct by value")
    manifest("NativeVariadic", "prototype", prototype("int printf(const char *format, ...)"))
    manifest("NativeCallback", "prototype", prototype("void f(int (*g)(int))"))
    manifest("NativeUnknownType", "prototype", prototype("wibble_t f(int a)"))
    manifest("NativeDeep", "prototype", prototype("int f(int " + "*" * 100000 + "a)"))
    manifest("NativeMany", "prototype", prototype("int f(" + ", ".join(f"int a{k}" for k in range(500)) + ")"))
    manifest("NativeBytes", "manifestValue", prototype(
        "double hypot(double x, double y)", "x = @{ Bytes = 'nothing' }"))
    manifest("NativeCapacity", "manifestValue", prototype(
        "void f(void *p, long *n)", "p = @{ Out = 'bytes'; Capacity = 'nothing'; Length = 'n' }"))
    manifest("NativeTypedefLoop", "prototype", native("Typedef = @('typedef a b;', 'typedef b a;'); "
             "Cmdlets = @{ 'Get-Hostile' = @{ C = 'a f(void)' } }"))
    manifest("NativeVersion", "versionRange", native(
        "Version = 'const char *zlibVersion(void)'; VersionRange = '[99.0,)'; "
        "Cmdlets = @{ 'Get-Hostile' = @{ C = 'unsigned long zlibCompileFlags(void)' } }", library="libz.so.1"))
    manifest("NativeRangeWords", "manifestValue", native(
        "Version = 'const char *zlibVersion(void)'; VersionRange = 'new enough'; "
        "Cmdlets = @{ 'Get-Hostile' = @{ C = 'unsigned long zlibCompileFlags(void)' } }", library="libz.so.1"))
