# zlib as commands, without a line of C: docs/abi.md, section 10.
@{
  ModuleVersion     = '1.0.0'
  GUID              = '5d1f0c5e-0d2b-4f57-9a53-0c1e6f7a8b01'
  Author            = 'Nacre project'
  Description       = 'Compresses bytes with the zlib of the system.'
  PowerShellVersion = '7.0'
  CmdletsToExport   = @('Get-ZlibCrc32', 'Get-ZlibAdler32', 'Compress-Zlib', 'Expand-Zlib', 'Get-ZlibBound')
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport   = @()
  PrivateData       = @{
    Native = @{
      Abi          = 1
      Library      = @('libz.so.1', 'libz.so')
      Typedef      = @('typedef unsigned long uLong;', 'typedef unsigned int uInt;')
      Version      = 'const char *zlibVersion(void)'
      VersionRange = '[1.2,2.0)'
      Errors       = @{ Ok = 0; Text = 'const char *zError(int code)' }
      Cmdlets      = @{
        'Get-ZlibCrc32'   = @{
          Help   = 'Gets the CRC-32 of bytes; pipeline input is one running checksum.'
          C      = 'uLong crc32(uLong crc, const void *buf, uInt len)'
          Params = @{
            crc = @{ Name = 'Seed'; Default = 0 }
            buf = @{ Name = 'Data'; Bytes = 'len'; Pipeline = $true; Position = 0; Fold = 'crc' }
          }
          Output = 'uint'
        }
        'Get-ZlibAdler32' = @{
          Help   = 'Gets the Adler-32 of bytes.'
          C      = 'uLong adler32(uLong adler, const void *buf, uInt len)'
          Params = @{
            adler = @{ Name = 'Seed'; Default = 1 }
            buf   = @{ Name = 'Data'; Bytes = 'len'; Pipeline = $true; Position = 0; Fold = 'adler' }
          }
          Output = 'uint'
        }
        'Compress-Zlib'   = @{
          Help   = 'Compresses bytes.'
          C      = 'int compress2(void *dest, uLong *destLen, const void *source, uLong sourceLen, int level)'
          Return = 'status'
          Params = @{
            dest   = @{ Out = 'bytes'; Capacity = 'uLong compressBound(uLong sourceLen)'; Length = 'destLen' }
            source = @{ Name = 'Data'; Bytes = 'sourceLen'; Pipeline = $true; Position = 0 }
            level  = @{ Default = 6; Range = @(-1, 9); Help = '0 none, 1 fast, 9 small.' }
          }
        }
        'Expand-Zlib'     = @{
          Help   = 'Expands what Compress-Zlib made; -Capacity must cover the result.'
          C      = 'int uncompress(void *dest, uLong *destLen, const void *source, uLong sourceLen)'
          Return = 'status'
          Params = @{
            dest    = @{ Out = 'bytes'; Capacity = 'destLen'; Length = 'destLen' }
            destLen = @{ Name = 'Capacity'; Default = 1048576; Range = @(1, 1073741824) }
            source  = @{ Name = 'Data'; Bytes = 'sourceLen'; Pipeline = $true; Position = 0 }
          }
        }
        'Get-ZlibBound'   = @{
          Help = 'Gets the largest size so many bytes can compress to.'
          C    = 'uLong compressBound(uLong sourceLen)'
        }
      }
    }
  }
}
