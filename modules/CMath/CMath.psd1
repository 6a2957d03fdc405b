# A few functions of the C mathematics library, without a line of C: docs/abi.md, section 10.
@{
  ModuleVersion     = '1.0.0'
  GUID              = '5d1f0c5e-0d2b-4f57-9a53-0c1e6f7a8b02'
  Author            = 'Nacre project'
  Description       = 'Special functions of the C mathematics library.'
  PowerShellVersion = '7.0'
  CmdletsToExport   = @(
    'Get-Hypotenuse', 'Get-Gamma', 'Get-ErrorFunction', 'Get-NextDouble', 'Split-Float', 'Split-Exponent', 'Get-Bessel')
  FunctionsToExport = @()
  VariablesToExport = @()
  AliasesToExport   = @('hypot')
  PrivateData       = @{
    Native = @{
      Abi     = 1
      Library = @('libm.so.6')
      Cmdlets = @{
        'Get-Hypotenuse'    = @{
          Help  = 'Gets the square root of x*x + y*y.'
          C     = 'double hypot(double x, double y)'
          Alias = 'hypot'
        }
        'Get-Gamma'         = @{ C = 'double tgamma(double x)'; Params = @{ x = @{ Pipeline = $true; Position = 0 } } }
        'Get-ErrorFunction' = @{ C = 'double erf(double x)'; Params = @{ x = @{ Pipeline = $true; Position = 0 } } }
        'Get-NextDouble'    = @{
          C      = 'double nextafter(double x, double y)'
          Params = @{ x = @{ Name = 'From'; Position = 0 }; y = @{ Name = 'To'; Position = 1 } }
        }
        'Split-Float'       = @{
          Help   = 'Splits a number into fraction (Result) and whole part (Whole).'
          C      = 'double modf(double x, double *iptr)'
          Params = @{
            x    = @{ Name = 'Number'; Pipeline = $true; Position = 0 }
            iptr = @{ Name = 'Whole'; Out = 'double' }
          }
        }
        'Split-Exponent'    = @{
          Help   = 'Splits a number into a fraction (Result) and a power of two (Exponent).'
          C      = 'double frexp(double x, int *exp)'
          Params = @{
            x   = @{ Name = 'Number'; Pipeline = $true; Position = 0 }
            exp = @{ Name = 'Exponent'; Out = 'int' }
          }
        }
        'Get-Bessel'        = @{
          Help   = 'Gets the Bessel function of the first kind of order n.'
          C      = 'double jn(int n, double x)'
          Params = @{
            n = @{ Name = 'Order'; Default = 0; Range = @(0, 1000) }
            x = @{ Pipeline = $true; Position = 0 }
          }
        }
      }
    }
  }
}
