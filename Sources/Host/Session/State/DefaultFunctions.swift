import Basics
import Engine
import Objects

/// The functions every session starts with (rule 28).
enum DefaultFunctions {
  private static let texts: [(name: String, text: String)] = [
    (
      "prompt",
      """
      "PS $($ExecutionContext.SessionState.Path.CurrentLocation)$('>' * ($NestedPromptLevel + 1)) "
      # .Link
      # https://go.microsoft.com/fwlink/?LinkID=225750
      # .ExternalHelp System.Management.Automation.dll-help.xml
      """
    ),
    ("cd..", "Set-Location .."),
    ("cd\\", "Set-Location \\"),
    ("cd~", "Set-Location ~"),
    (
      "Clear-Host",
      "[Console]::Write((\n  & (Get-Command -CommandType Application clear | Select-Object -First 1).Definition\n))"
    ),
    ("Pause", "$null = Read-Host 'Press Enter to continue...'"),
    (
      "exec",
      "[CmdletBinding()]\nparam([Parameter(Mandatory, Position = 0)][string]$Command, "
        + "[Parameter(ValueFromRemainingArguments)][string[]]$CommandArgs)\n"
        + "$args2 = @($CommandArgs)\nif ($CommandArgs) { Switch-Process -WithCommand (@($Command) + $args2) } "
        + "else { Switch-Process -WithCommand $Command }"
    ),
    (
      "oss",
      "[CmdletBinding()]\nparam([ValidateRange(2, 2147483647)][int]${Width}, "
        + "[Parameter(ValueFromPipeline = $true)][psobject]${InputObject})\n"
        + "begin { $items = [System.Collections.Generic.List[object]]::new() }\n"
        + "process { $items.Add($InputObject) }\n"
        + "end { $null = $PSBoundParameters.Remove('InputObject'); $items | Out-String -Stream @PSBoundParameters }"
    ),
    ("TabExpansion2", tabExpansion),
    ("help", help),
  ]

  private static let tabExpansion = """
    [CmdletBinding(DefaultParameterSetName = 'ScriptInputSet')]
    [OutputType([System.Management.Automation.CommandCompletion])]
    Param(
      [Parameter(ParameterSetName = 'ScriptInputSet', Mandatory = $true, Position = 0)]
      [AllowEmptyString()]
      [string] $inputScript,
      [Parameter(ParameterSetName = 'ScriptInputSet', Position = 1)]
      [int] $cursorColumn = $inputScript.Length,
      [Parameter(ParameterSetName = 'AstInputSet', Mandatory = $true, Position = 0)]
      [System.Management.Automation.Language.Ast] $ast,
      [Parameter(ParameterSetName = 'AstInputSet', Mandatory = $true, Position = 1)]
      [System.Management.Automation.Language.Token[]] $tokens,
      [Parameter(ParameterSetName = 'AstInputSet', Mandatory = $true, Position = 2)]
      [System.Management.Automation.Language.IScriptPosition] $positionOfCursor,
      [Parameter(ParameterSetName = 'ScriptInputSet', Position = 2)]
      [Parameter(ParameterSetName = 'AstInputSet', Position = 3)]
      [Hashtable] $options = $null
    )
    End
    {
      if ($PSCmdlet.ParameterSetName -eq 'ScriptInputSet') {
        return [System.Management.Automation.CommandCompletion]::CompleteInput($inputScript, $cursorColumn, $options)
      }
      return [System.Management.Automation.CommandCompletion]::CompleteInput($ast, $tokens, $positionOfCursor, $options)
    }
    """

  private static let help = """
    [CmdletBinding(DefaultParameterSetName = 'AllUsersView', HelpUri = 'https://go.microsoft.com/fwlink/?LinkID=113316')]
    param(
      [Parameter(Position = 0, ValueFromPipelineByPropertyName = $true)]
      [string] $Name,
      [string] $Path,
      [ValidateSet('Alias', 'Cmdlet', 'Provider', 'General', 'FAQ', 'Glossary', 'HelpFile', 'ScriptCommand', 'Function',
        'Filter', 'ExternalScript', 'All', 'DefaultHelp', 'DscResource', 'Class', 'Configuration')]
      [string[]] $Category,
      [Parameter(ParameterSetName = 'DetailedView', Mandatory = $true)]
      [switch] $Detailed,
      [Parameter(ParameterSetName = 'AllUsersView')]
      [switch] $Full,
      [Parameter(ParameterSetName = 'Examples', Mandatory = $true)]
      [switch] $Examples,
      [Parameter(ParameterSetName = 'Parameters', Mandatory = $true)]
      [string[]] $Parameter,
      [string[]] $Component,
      [string[]] $Functionality,
      [string[]] $Role,
      [Parameter(ParameterSetName = 'Online', Mandatory = $true)]
      [switch] $Online
    )
    $help = Get-Help @PSBoundParameters
    if ([Console]::IsOutputRedirected -or $PSBoundParameters.ContainsKey('Online')) { return $help }
    $pager = if ($env:PAGER) { $env:PAGER } else { 'less' }
    if (Get-Command $pager -CommandType Application -ErrorAction Ignore) { $help | Out-String -Stream | & $pager }
    else { $help | Out-Host -Paging }
    """

  /// Defines them in the global scope; a body is parsed when it is first asked for.
  static func define(in runspace: Runspace) {
    let root: Scope = runspace.globalState.rootScope
    for f in texts {
      let block = ScriptText.block(f.text, in: runspace.globalState)
      block.functionName = f.name
      root.functions[Symbol(f.name)] = FunctionInfo(f.name, block)
    }
  }
}
