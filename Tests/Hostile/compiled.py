"""Modules that load but register nonsense, and one that misuses the host while it runs. Needs a C compiler."""
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
INCLUDE = os.path.join(HERE, "../../Sources/PluginABI/include")

# A module written out without the macros' registration, so that each part can be wrong on its own.
PLAIN = """
#include <nacre_plugin.h>
#define NAME "%(name)s"
%(before)s
static int32_t process(nacre_env *env, const nacre_value *in, size_t count) {
  (void)in; (void)count;
  return nacre_write(env, nacre_int32(1));
}
%(cmdlet)s
NACRE_NOTE(the_note, %(note)s);
static const nacre_command rows[] = { %(rows)s };
static nacre_module table = {
  NACRE_HEAD(nacre_module), 0, the_note.payload, rows, %(count)s, sizeof(nacre_command), 0, 0 };
NACRE_EXPORT const nacre_module *%(entry)s(const nacre_host *host);
const nacre_module *%(entry)s(const nacre_host *host) {
  (void)host;
  %(body)s
  return &table;
}
"""

DEFAULTS = {
    "before": "", "note": '"module " NAME " 1.0\\nabi 1.0\\ncmdlet Get-Hostile"', "count": "1",
    "cmdlet": "static const nacre_cmdlet ops = { NACRE_HEAD(nacre_cmdlet), .process = process };",
    "rows": '{ "Get-Hostile", 0, &ops, 0 }', "entry": "nacre_module_v1", "body": "",
}

MARK = """__attribute__((constructor)) static void mark(void) {
  FILE *file = fopen("constructor-ran", "w");
  if (file) fclose(file);
}"""


def compile_c(source, *more):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x.c")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        out = os.path.join(folder, "x.so")
        command = [os.environ.get("CC", "cc"), "-std=gnu11", "-w", "-O1", "-fPIC", "-shared", "-fvisibility=hidden",
                   "-I" + INCLUDE, path, "-o", out, *more]
        subprocess.run(command, check=True)
        with open(out, "rb") as file:
            return file.read()


def cases(case):
    def plain(name, stage, cause, detail="", command=None, **parts):
        case(name, stage, cause, detail, compile_c(PLAIN % {**DEFAULTS, "name": name, **parts}), command=command)

    plain("Good", "none", "ok", "nothing wrong: writes 1", "Get-Hostile")
    plain("NoEntry", "import", "noEntryPoint", entry="some_other_name")
    plain("EntryNull", "import", "entryNull", body="return 0;")
    plain("TableAbiTwo", "import", "abiMajor", body="table.abi_major = 2;")
    plain("TableNewerMinor", "none", "ok", "a newer minor works", "Get-Hostile", body="table.abi_minor = 99;")
    plain("TableSizeZero", "import", "badTable", body="table.struct_size = 0;")
    plain("TableSizeHuge", "import", "badTable", body="table.struct_size = 0xFFFFFFFF;")
    plain("TableLarger", "none", "ok", "a larger table is a newer one", "Get-Hostile", body="table.struct_size = 256;")
    plain("StrideZero", "import", "badTable", body="table.command_stride = 0;")
    plain("StrideHuge", "import", "badTable", body="table.command_stride = (size_t)1 << 40;")
    plain("StrideOdd", "import", "badTable", "a stride that misaligns rows", body="table.command_stride = 33;")
    plain("CountHuge", "import", "badTable", body="table.command_count = (size_t)1 << 60;")
    plain("RowsNull", "import", "badTable", body="table.commands = 0;")
    plain("DeclarationNull", "import", "mismatch", body="table.declaration = 0;")
    plain("DeclarationOther", "import", "mismatch", body='table.declaration = "module DeclarationOther 1.0\\nabi 1.0";')
    plain("NameNull", "import", "badTable", rows="{ 0, 0, &ops, 0 }")
    plain("NameOther", "import", "mismatch", rows='{ "Get-Other", 0, &ops, 0 }')
    plain("NameMissing", "import", "mismatch", "declared but not registered", count="0")
    plain("NameExtra", "import", "mismatch", count="2",
          rows='{ "Get-Hostile", 0, &ops, 0 }, { "Get-Extra", "cmdlet Get-Extra", &ops, 0 }')
    plain("NameTwice", "import", "mismatch", count="2",
          rows='{ "Get-Hostile", 0, &ops, 0 }, { "Get-Hostile", 0, &ops, 0 }')
    plain("BothNull", "import", "badTable", rows='{ "Get-Hostile", 0, 0, 0 }')
    plain("BothSet", "import", "badTable", rows='{ "Get-Hostile", 0, &ops, (nacre_function)process }')
    plain("FunctionForCmdlet", "import", "mismatch", rows='{ "Get-Hostile", 0, 0, (nacre_function)process }')
    plain("CmdletSizeZero", "import", "badTable", cmdlet="static const nacre_cmdlet ops = { 0 };")
    plain("CmdletSizeHuge", "import", "badTable",
          cmdlet="static const nacre_cmdlet ops = { 0xFFFFFFF0, 1, 0, .process = process };")
    plain("CmdletShort", "none", "ok", "a table that ends after begin: process is not called", "Get-Hostile",
          cmdlet="static const nacre_cmdlet ops = { 40, 1, 0, 0, .process = process };")
    plain("CmdletAllNull", "none", "ok", "a cmdlet that does nothing", "Get-Hostile",
          cmdlet="static const nacre_cmdlet ops = { NACRE_HEAD(nacre_cmdlet) };")
    plain("LoadFails", "import", "loadFailed",
          before="static int32_t load(nacre_env *e) "
                 '{ return nacre_fail(e, "NoLuck", NACRE_DEVICE_ERROR, "no luck", nacre_null()); }',
          body="table.load = load;")
    plain("LoadCode", "import", "loadFailed", "a bare code, nothing pending",
          before="static int32_t load(nacre_env *e) { (void)e; return -7777; }", body="table.load = load;")
    plain("LoadWrites", "import", "loadFailed", "output in load",
          before="static int32_t load(nacre_env *e) { return nacre_write(e, nacre_int32(1)); }",
          body="table.load = load;")
    plain("ConstructorWithNote", "none", "ok", "its constructor must not run at discovery", "Get-Hostile",
          before="#include <stdio.h>\n" + MARK)
    case("ConstructorOnly", "discover", "noNote", "no note, and code that runs when loaded",
         compile_c("#include <stdio.h>\n" + MARK))
    case("Dependency", "import", "dlopen", "needs a library that is not there", with_missing_library())
    misuse(case)


def with_missing_library():
    """A right module linked against a library that is gone."""
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "libnacre-nosuch.so")
        with open(library, "wb") as file:
            file.write(compile_c("__attribute__((visibility(\"default\"))) int gone(void) { return 1; }",
                                 "-Wl,-soname,libnacre-nosuch.so"))
        parts = {**DEFAULTS, "name": "Dependency", "before": "int gone(void);", "body": "gone();"}
        return compile_c(PLAIN % parts, library)


def misuse(case):
    """One module whose commands each break a rule while they run."""
    with open(os.path.join(HERE, "misuse.c"), encoding="utf-8") as file:
        content = compile_c(file.read(), "-pthread")
    commands = {
        "Write-BadText": "error", "Write-NullText": "error", "Write-UnknownTag": "error", "Write-FalseHandle": "error",
        "Write-StaleHandle": "error", "Write-ManyHuge": "error", "Write-AfterError": "error", "Write-OldEnv": "ok",
        "Write-FromThread": "ok", "Write-Late": "error", "Get-WrongCode": "error", "Get-Positive": "ok",
        "Get-BadScope": "error", "Get-BadRef": "error", "Get-BadShape": "error", "Get-Nothing": "error",
        "Get-Swallowed": "error", "Get-Unwritten": "error", "Get-Oversize": "error", "Get-Deep": "error",
        "Set-BadStruct": "error", "Get-Recursion": "error",
    }
    from manifests import standard
    listed = ", ".join(f"'{name}'" for name in commands)
    for index, (name, cause) in enumerate(commands.items()):
        text = standard("Misuse").replace("'Get-Hostile'", listed)
        if index == 0:
            case("Misuse", "run", cause, content=content, manifest=text, command=name)
        else:
            case("Misuse", "run", cause, manifest=text, command=name)
