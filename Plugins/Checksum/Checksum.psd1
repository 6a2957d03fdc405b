@{
  RootModule        = 'Checksum.so'
  ModuleVersion     = '1.0.0'
  GUID              = '6f0d3c1e-6a5b-4c1f-9d7e-2f3a4b5c6d71'
  Author            = 'Nacre project'
  Description       = 'Checksums, hexadecimal text and small statistics over bytes.'
  PowerShellVersion = '7.0'
  CmdletsToExport   = @(
    'Get-Crc32', 'Get-Adler32', 'Get-FileCrc32', 'ConvertTo-Hex', 'ConvertFrom-Hex', 'Get-ByteHistogram', 'Test-Luhn',
    'Measure-Deviation', 'Get-CommonPrefix', 'Step-Random')
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport   = @('crc32')
}
