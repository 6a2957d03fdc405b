@{
  RootModule        = 'UnixInfo.so'
  ModuleVersion     = '1.0.0'
  GUID              = '4c7f2a90-5f0b-4f2d-8a3e-9b1d6c2e7f50'
  Author            = 'Nacre project'
  Description       = 'Facts about this machine: system, users, groups, mount points, load.'
  PowerShellVersion = '7.0'
  CmdletsToExport   = @('Get-Uname', 'Get-UnixUser', 'Get-UnixGroup', 'Get-MountPoint', 'Get-SystemLoad')
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport   = @()
}
