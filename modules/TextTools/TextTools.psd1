@{
  RootModule        = 'TextTools.so'
  ModuleVersion     = '1.0.0'
  GUID              = '0b9a2f5d-91d3-4a53-8f41-5f0e6f1d2c34'
  Author            = 'Nacre project'
  Description       = 'Counts, cuts, groups and rewrites text.'
  PowerShellVersion = '7.0'
  CmdletsToExport   = @(
    'Measure-Word', 'Get-TopWord', 'Select-Column', 'Set-TextDefault', 'Update-TextFile', 'Group-Text', 'Add-TextTag',
    'Get-ObjectSummary', 'New-WordList', 'Test-Word', 'Read-TextLine')
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport   = @('mw')
}
