// Made by Scripts/make-tables.py; do not edit.
#include "CTables.h"

static const nacre_command rows[] = {
  {"Add-Content", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.AddContentCommand", 'C',
   "Path\011\011S\012"
   "Value\011System.Object[]\011\011\011*=mpn1\011AllowNull\011AllowEmptyCollection\012"
   "PassThru\011switch\011\011s\011\012"
   "Path\011string[]\011\011\011Path=mn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n\012"
   "NoNewline\011switch\011\011sd\011\012"
   "Encoding\011System.Text.Encoding\011\011d\011\011NotNullOrEmpty\012"
   "AsByteStream\011switch\011\011sd\011"},
  {"Add-History", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.AddHistoryCommand", 'C',
   "\011Microsoft.PowerShell.Commands.HistoryInfo\011\012"
   "InputObject\011psobject[]\011\011\011*=p0\012"
   "Passthru\011switch\011\011s\011"},
  {"Add-Member", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.AddMemberCommand", 'C',
   "TypeNameSet\011\011\012"
   "InputObject\011psobject\011\011\011MemberSet=mp;TypeNameSet=mp;NotePropertySingleMemberSet=mp;NotePropertyMultiMemberSet=mp\012"
   "MemberType\011System.Management.Automation.PSMemberTypes\011Type\011\011MemberSet=m0\012"
   "Name\011string\011\011\011MemberSet=m1\012"
   "Value\011System.Object\011\011\011MemberSet=2\012"
   "SecondValue\011System.Object\011\011\011MemberSet=3\012"
   "TypeName\011string\011\011\011TypeNameSet=m;MemberSet=;NotePropertySingleMemberSet=;NotePropertyMultiMemberSet=\011NotNullOrEmpty\012"
   "Force\011switch\011\011s\011MemberSet=;NotePropertySingleMemberSet=;NotePropertyMultiMemberSet=\012"
   "PassThru\011switch\011\011s\011MemberSet=;TypeNameSet=;NotePropertySingleMemberSet=;NotePropertyMultiMemberSet=\012"
   "NotePropertyName\011string\011\011\011NotePropertySingleMemberSet=m0\011NotNullOrEmpty\012"
   "NotePropertyValue\011System.Object\011\011\011NotePropertySingleMemberSet=m1\011AllowNull\012"
   "NotePropertyMembers\011System.Collections.IDictionary\011\011\011NotePropertyMultiMemberSet=m0\011NotNullOrEmpty"},
  {"Add-Type", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.AddTypeCommand", 'C',
   "FromSource\011System.Type\011\012"
   "TypeDefinition\011string\011\011\011FromSource=m0\012"
   "Name\011string\011\011\011FromMember=m0\012"
   "MemberDefinition\011string[]\011\011\011FromMember=m1\012"
   "Namespace\011string\011NS\011\011FromMember=\011AllowNull\012"
   "UsingNamespace\011string[]\011Using\011\011FromMember=\011NotNull\012"
   "Path\011string[]\011\011\011FromPath=m0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011FromLiteralPath=m\012"
   "AssemblyName\011string[]\011AN\011\011FromAssemblyName=m\012"
   "Language\011Microsoft.PowerShell.Commands.Language\011\011\011FromSource=;FromMember=\012"
   "ReferencedAssemblies\011string[]\011RA\011\011FromSource=;FromMember=;FromPath=;FromLiteralPath=\012"
   "OutputAssembly\011string\011OA\011\011FromSource=;FromMember=;FromPath=;FromLiteralPath=\012"
   "OutputType\011Microsoft.PowerShell.Commands.OutputAssemblyType\011OT\011\011FromSource=;FromMember=;FromPath=;FromLiteralPath=\012"
   "PassThru\011switch\011\011s\011\012"
   "IgnoreWarnings\011switch\011\011s\011FromSource=;FromMember=;FromPath=;FromLiteralPath=\012"
   "CompilerOptions\011string[]\011\011\011FromSource=;FromMember=;FromPath=;FromLiteralPath=\011NotNullOrEmpty"},
  {"cd..", "", "", 'F',
   "\011\011"},
  {"cd\\", "", "", 'F',
   "\011\011"},
  {"cd~", "", "", 'F',
   "\011\011"},
  {"Clear-Content", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.ClearContentCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Clear-History", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.ClearHistoryCommand", 'C',
   "IDParameter\011\011S\012"
   "Id\011int[]\011\011\011IDParameter=0\011Range: 1..2147483647\012"
   "CommandLine\011string[]\011\011\011CommandLineParameter=\011NotNullOrEmpty\012"
   "Count\011int\011\011\011*=1\011Range: 1..2147483647\012"
   "Newest\011switch\011\011s\011"},
  {"Clear-Host", "", "", 'F',
   "\011\011"},
  {"Clear-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.ClearItemCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Clear-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.ClearItemPropertyCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string\011\011\011*=mn1\012"
   "PassThru\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Clear-Variable", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ClearVariableCommand", 'C',
   "\011System.Management.Automation.PSVariable\011S\012"
   "Name\011string[]\011\011\011*=mn0\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Scope\011string\011\011\011\011NotNullOrEmpty"},
  {"Compare-Object", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.CompareObjectCommand", 'C',
   "\011\011\012"
   "ReferenceObject\011psobject[]\011\011\011*=m0\011AllowEmptyCollection\012"
   "DifferenceObject\011psobject[]\011\011\011*=mp1\011AllowEmptyCollection\012"
   "SyncWindow\011int\011\011\011\011Range: 0..2147483647\012"
   "Property\011System.Object[]\011\011\011\012"
   "ExcludeDifferent\011switch\011\011s\011\012"
   "IncludeEqual\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Culture\011string\011\011\011\012"
   "CaseSensitive\011switch\011\011s\011"},
  {"Compress-Archive", "Microsoft.PowerShell.Archive", "", 'F',
   "Path\011System.IO.File\011S\012"
   "Path\011string[]\011\011\011PathWithUpdate=mpn0;PathWithForce=mpn0;Path=mpn0\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath\011\011LiteralPathWithUpdate=mn;LiteralPathWithForce=mn;LiteralPath=mn\011NotNullOrEmpty\012"
   "DestinationPath\011string\011\011\011*=m1\011NotNullOrEmpty\012"
   "CompressionLevel\011string\011\011\011\011Set: Optimal, NoCompression, Fastest\012"
   "Update\011switch\011\011s\011LiteralPathWithUpdate=m;PathWithUpdate=m\012"
   "Force\011switch\011\011s\011LiteralPathWithForce=m;PathWithForce=m\012"
   "PassThru\011switch\011\011s\011"},
  {"Convert-Path", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.ConvertPathCommand", 'C',
   "Path\011System.String\011\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Force\011switch\011\011s\011"},
  {"ConvertFrom-CliXml", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertFromClixmlCommand", 'C',
   "\011\011\012"
   "InputObject\011string\011\011\011*=mp0"},
  {"ConvertFrom-Csv", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertFromCsvCommand", 'C',
   "Delimiter\011\011\012"
   "Delimiter\011char\011\011\011Delimiter=1\011NotNull\011NotNullOrEmpty\012"
   "UseCulture\011switch\011\011s\011UseCulture=m\011NotNull\011NotNullOrEmpty\012"
   "InputObject\011psobject[]\011\011\011*=mpn0\011NotNull\011NotNullOrEmpty\012"
   "Header\011string[]\011\011\011\011NotNull\011NotNullOrEmpty"},
  {"ConvertFrom-Json", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertFromJsonCommand", 'C',
   "\011\011\012"
   "InputObject\011string\011\011\011*=mp0\011AllowEmptyString\012"
   "AsHashtable\011switch\011\011s\011\012"
   "Depth\011int\011\011\011\011RangeKind: Positive\012"
   "NoEnumerate\011switch\011\011s\011\012"
   "DateKind\011Microsoft.PowerShell.Commands.JsonDateKind\011\011\011"},
  {"ConvertFrom-Markdown", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertFromMarkdownCommand", 'C',
   "PathParamSet\011Microsoft.PowerShell.MarkdownRender.MarkdownInfo\011\012"
   "Path\011string[]\011\011\011PathParamSet=m0\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralParamSet=m\011NotNullOrEmpty\012"
   "InputObject\011psobject\011\011\011InputObjParamSet=mp\011NotNullOrEmpty\012"
   "AsVT100EncodedString\011switch\011\011s\011"},
  {"ConvertFrom-SecureString", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.ConvertFromSecureStringCommand", 'C',
   "Secure\011System.String\011\012"
   "SecureString\011securestring\011\011\011*=mp0\012"
   "AsPlainText\011switch\011\011s\011AsPlainText=\012"
   "SecureKey\011securestring\011\011\011Secure=1\012"
   "Key\011byte[]\011\011\011Open="},
  {"ConvertFrom-StringData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertFromStringDataCommand", 'C',
   "\011System.Collections.Hashtable\011\012"
   "StringData\011string\011\011\011*=mp0\011AllowEmptyString\012"
   "Delimiter\011char\011\011\011*=1"},
  {"ConvertTo-CliXml", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertToClixmlCommand", 'C',
   "\011System.String\011\012"
   "InputObject\011psobject\011\011\011*=mp0\012"
   "Depth\011int\011\011\011\011Range: 1..2147483647"},
  {"ConvertTo-Csv", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertToCsvCommand", 'C',
   "Delimiter\011System.String\011\012"
   "InputObject\011psobject\011\011\011*=mpn0\012"
   "Delimiter\011char\011\011\011Delimiter=1\011NotNull\012"
   "UseCulture\011switch\011\011s\011UseCulture=\012"
   "IncludeTypeInformation\011switch\011ITI\011s\011\012"
   "NoTypeInformation\011switch\011NTI\011s\011\012"
   "QuoteFields\011string[]\011QF\011\011\012"
   "UseQuotes\011Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind\011UQ\011\011\012"
   "NoHeader\011switch\011\011s\011"},
  {"ConvertTo-Html", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertToHtmlCommand", 'C',
   "Page\011System.String\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Property\011System.Object[]\011\011\011*=0\012"
   "Body\011string[]\011\011\011Page=3\012"
   "Head\011string[]\011\011\011Page=1\012"
   "Title\011string\011\011\011Page=2\011NotNullOrEmpty\012"
   "As\011string\011\011\011\011NotNullOrEmpty\011Set: Table, List\012"
   "CssUri\011uri\011cu,uri\011\011Page=\011NotNullOrEmpty\012"
   "Fragment\011switch\011\011s\011Fragment=\011NotNullOrEmpty\012"
   "PostContent\011string[]\011\011\011\011NotNullOrEmpty\012"
   "PreContent\011string[]\011\011\011\011NotNullOrEmpty\012"
   "Meta\011hashtable\011\011\011Page=\011NotNullOrEmpty\012"
   "Charset\011string\011\011\011Page=\011NotNullOrEmpty\011Pattern: ^[A-Za-z0-9]\\w+\\S+[A-Za-z0-9]$\012"
   "Transitional\011switch\011\011s\011Page=\011NotNullOrEmpty"},
  {"ConvertTo-Json", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertToJsonCommand", 'C',
   "\011System.String\011\012"
   "InputObject\011System.Object\011\011\011*=mp0\011AllowNull\012"
   "Depth\011int\011\011\011\011Range: 0..100\012"
   "Compress\011switch\011\011s\011\012"
   "EnumsAsStrings\011switch\011\011s\011\012"
   "AsArray\011switch\011\011s\011\012"
   "EscapeHandling\011Newtonsoft.Json.StringEscapeHandling\011\011\011"},
  {"ConvertTo-SecureString", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.ConvertToSecureStringCommand", 'C',
   "Secure\011System.Security.SecureString\011\012"
   "String\011string\011\011\011*=mp0\012"
   "AsPlainText\011switch\011\011s\011PlainText=1\012"
   "Force\011switch\011\011s\011PlainText=2\012"
   "SecureKey\011securestring\011\011\011Secure=1\012"
   "Key\011byte[]\011\011\011Open="},
  {"ConvertTo-Xml", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ConvertToXmlCommand", 'C',
   "\011System.Xml.XmlDocument;System.String\011\012"
   "Depth\011int\011\011\011\011Range: 1..2147483647\012"
   "InputObject\011psobject\011\011\011*=mp0\011AllowNull\012"
   "NoTypeInformation\011switch\011\011s\011\012"
   "As\011string\011\011\011\011NotNullOrEmpty\011Set: Stream, String, Document"},
  {"Copy-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.CopyItemCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Destination\011string\011\011\011*=n1\012"
   "Container\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Recurse\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n\012"
   "FromSession\011System.Management.Automation.Runspaces.PSSession\011\011d\011\011NotNullOrEmpty\012"
   "ToSession\011System.Management.Automation.Runspaces.PSSession\011\011d\011\011NotNullOrEmpty"},
  {"Copy-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.CopyItemPropertyCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string\011PSProperty\011\011*=mn2\012"
   "Destination\011string\011\011\011*=mn1\012"
   "PassThru\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Debug-Job", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.DebugJobCommand", 'C',
   "JobParameterSet\011\011S\012"
   "Job\011System.Management.Automation.Job\011\011\011JobParameterSet=mpn0\012"
   "Name\011string\011\011\011JobNameParameterSet=m0\012"
   "Id\011int\011\011\011JobIdParameterSet=m0\012"
   "InstanceId\011guid\011\011\011JobInstanceIdParameterSet=m0\012"
   "BreakAll\011switch\011\011s\011"},
  {"Debug-Process", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.DebugProcessCommand", 'C',
   "Name\011\011S\012"
   "Id\011int[]\011PID,ProcessId\011\011Id=mn0\011NotNullOrEmpty\012"
   "Name\011string[]\011ProcessName\011\011Name=mn0\012"
   "InputObject\011System.Diagnostics.Process[]\011\011\011InputObject=mp"},
  {"Debug-Runspace", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.DebugRunspaceCommand", 'C',
   "RunspaceParameterSet\011\011S\012"
   "Runspace\011runspace\011\011\011RunspaceParameterSet=mpn0\012"
   "Name\011string\011\011\011NameParameterSet=m0\012"
   "Id\011int\011\011\011IdParameterSet=m0\012"
   "InstanceId\011guid\011\011\011InstanceIdParameterSet=m0\012"
   "BreakAll\011switch\011\011s\011"},
  {"Disable-ExperimentalFeature", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.DisableExperimentalFeatureCommand", 'C',
   "\011\011S\012"
   "Name\011string[]\011\011\011*=mn0\012"
   "Scope\011System.Management.Automation.Configuration.ConfigScope\011\011\011"},
  {"Disable-PSBreakpoint", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.DisablePSBreakpointCommand", 'C',
   "Breakpoint\011System.Management.Automation.Breakpoint\011S\012"
   "PassThru\011switch\011\011s\011\012"
   "Breakpoint\011System.Management.Automation.Breakpoint[]\011\011\011Breakpoint=mp0\011NotNull\012"
   "Id\011int[]\011\011\011Id=mn0\011NotNull\012"
   "Runspace\011runspace\011RunspaceId\011\011Id=n"},
  {"Disable-RunspaceDebug", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.DisableRunspaceDebugCommand", 'C',
   "RunspaceNameParameterSet\011\011\012"
   "RunspaceName\011string[]\011\011\011RunspaceNameParameterSet=0\011NotNullOrEmpty\012"
   "Runspace\011runspace[]\011\011\011RunspaceParameterSet=mpn0\011NotNullOrEmpty\012"
   "RunspaceId\011int[]\011\011\011RunspaceIdParameterSet=m0\011NotNullOrEmpty\012"
   "RunspaceInstanceId\011guid[]\011\011\011RunspaceInstanceIdParameterSet=m0\011NotNullOrEmpty\012"
   "ProcessName\011string\011\011\011ProcessNameParameterSet=0\011NotNullOrEmpty\012"
   "AppDomainName\011string[]\011\011\011ProcessNameParameterSet=1\011NotNullOrEmpty"},
  {"Enable-ExperimentalFeature", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.EnableExperimentalFeatureCommand", 'C',
   "\011\011S\012"
   "Name\011string[]\011\011\011*=mn0\012"
   "Scope\011System.Management.Automation.Configuration.ConfigScope\011\011\011"},
  {"Enable-PSBreakpoint", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.EnablePSBreakpointCommand", 'C',
   "Breakpoint\011System.Management.Automation.Breakpoint\011S\012"
   "PassThru\011switch\011\011s\011\012"
   "Breakpoint\011System.Management.Automation.Breakpoint[]\011\011\011Breakpoint=mp0\011NotNull\012"
   "Id\011int[]\011\011\011Id=mn0\011NotNull\012"
   "Runspace\011runspace\011RunspaceId\011\011Id=n"},
  {"Enable-RunspaceDebug", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.EnableRunspaceDebugCommand", 'C',
   "RunspaceNameParameterSet\011\011\012"
   "BreakAll\011switch\011\011s\011RunspaceParameterSet=1;RunspaceNameParameterSet=1;RunspaceIdParameterSet=1\012"
   "RunspaceName\011string[]\011\011\011RunspaceNameParameterSet=0\011NotNullOrEmpty\012"
   "Runspace\011runspace[]\011\011\011RunspaceParameterSet=mpn0\011NotNullOrEmpty\012"
   "RunspaceId\011int[]\011\011\011RunspaceIdParameterSet=m0\011NotNullOrEmpty\012"
   "RunspaceInstanceId\011guid[]\011\011\011RunspaceInstanceIdParameterSet=m0\011NotNullOrEmpty\012"
   "ProcessName\011string\011\011\011ProcessNameParameterSet=0\011NotNullOrEmpty\012"
   "AppDomainName\011string[]\011\011\011ProcessNameParameterSet=1\011NotNullOrEmpty"},
  {"Enter-PSHostProcess", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.EnterPSHostProcessCommand", 'C',
   "ProcessIdParameterSet\011\011\012"
   "Process\011System.Diagnostics.Process\011\011\011ProcessParameterSet=mp0\011NotNull\012"
   "Id\011int\011\011\011ProcessIdParameterSet=m0\011Range: 0..2147483647\012"
   "Name\011string\011\011\011ProcessNameParameterSet=m0\011NotNullOrEmpty\012"
   "HostProcessInfo\011Microsoft.PowerShell.Commands.PSHostProcessInfo\011\011\011PSHostProcessInfoParameterSet=mp0\011NotNull\012"
   "CustomPipeName\011string\011\011\011PipeNameParameterSet=m\012"
   "AppDomainName\011string\011\011\011ProcessParameterSet=1;ProcessIdParameterSet=1;ProcessNameParameterSet=1;PSHostProcessInfoParameterSet=1\011NotNullOrEmpty"},
  {"Enter-PSSession", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.EnterPSSessionCommand", 'C',
   "ComputerName\011\011\012"
   "HostName\011string\011\011\011SSHHost=mp0\011NotNullOrEmpty\012"
   "Options\011hashtable\011\011\011SSHHost=\011NotNullOrEmpty\012"
   "ComputerName\011string\011Cn\011\011ComputerName=mpn0\011NotNullOrEmpty\012"
   "Session\011System.Management.Automation.Runspaces.PSSession\011\011\011Session=pn0\011NotNullOrEmpty\012"
   "ConnectionUri\011uri\011URI,CU\011\011Uri=n1\011NotNullOrEmpty\012"
   "InstanceId\011guid\011\011\011InstanceId=n\011NotNull\012"
   "Id\011int\011\011\011Id=n0\011NotNull\012"
   "Name\011string\011\011\011Name=n\012"
   "EnableNetworkAccess\011switch\011\011s\011ComputerName=;Uri=\012"
   "VMId\011guid\011VMGuid\011\011VMId=mpn0\011NotNullOrEmpty\012"
   "VMName\011string\011\011\011VMName=mpn0\011NotNullOrEmpty\012"
   "Credential\011pscredential\011\011\011ComputerName=n;Uri=n;VMId=mn1;VMName=mn1\012"
   "ContainerId\011string\011\011\011ContainerId=mpn0\011NotNullOrEmpty\012"
   "ConfigurationName\011string\011\011\011ComputerName=n;Uri=n;ContainerId=n;VMId=n;VMName=n\012"
   "RunAsAdministrator\011switch\011\011s\011ContainerId=\012"
   "Port\011int\011\011\011ComputerName=;SSHHost=\011Range: 1..65535\012"
   "UseSSL\011switch\011\011s\011ComputerName=\012"
   "ApplicationName\011string\011\011\011ComputerName=n\012"
   "AllowRedirection\011switch\011\011s\011Uri=\012"
   "SessionOption\011System.Management.Automation.Remoting.PSSessionOption\011\011\011ComputerName=;Uri=\011NotNull\012"
   "Authentication\011System.Management.Automation.Runspaces.AuthenticationMechanism\011\011\011ComputerName=;Uri=\012"
   "CertificateThumbprint\011string\011\011\011ComputerName=;Uri=\012"
   "UserName\011string\011\011\011SSHHost=\011NotNullOrEmpty\012"
   "KeyFilePath\011string\011IdentityFilePath\011\011SSHHost=\011NotNullOrEmpty\012"
   "Subsystem\011string\011\011\011SSHHost=n\012"
   "ConnectingTimeout\011int\011\011\011SSHHost=\012"
   "SSHTransport\011switch\011\011s\011SSHHost=\011Set: true"},
  {"exec", "", "", 'F',
   "\011\011"},
  {"Exit-PSHostProcess", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.ExitPSHostProcessCommand", 'C',
   "\011\011"},
  {"Exit-PSSession", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.ExitPSSessionCommand", 'C',
   "\011\011"},
  {"Expand-Archive", "Microsoft.PowerShell.Archive", "", 'F',
   "Path\011System.IO.FileSystemInfo\011S\012"
   "Path\011string\011\011\011Path=mpn0\011NotNullOrEmpty\012"
   "LiteralPath\011string\011PSPath\011\011LiteralPath=mn\011NotNullOrEmpty\012"
   "DestinationPath\011string\011\011\011*=1\011NotNullOrEmpty\012"
   "Force\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011"},
  {"Export-Alias", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ExportAliasCommand", 'C',
   "ByPath\011System.Management.Automation.AliasInfo\011S\012"
   "Path\011string\011\011\011ByPath=m0\012"
   "LiteralPath\011string\011PSPath,LP\011\011ByLiteralPath=mn\012"
   "Name\011string[]\011\011\011*=n1\012"
   "PassThru\011switch\011\011s\011\012"
   "As\011Microsoft.PowerShell.Commands.ExportAliasFormat\011\011\011\012"
   "Append\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "NoClobber\011switch\011NoOverwrite\011s\011\012"
   "Description\011string\011\011\011\012"
   "Scope\011string\011\011\011"},
  {"Export-Clixml", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ExportClixmlCommand", 'C',
   "ByPath\011\011S\012"
   "Depth\011int\011\011\011\011Range: 1..2147483647\012"
   "Path\011string\011\011\011ByPath=m0\012"
   "LiteralPath\011string\011PSPath,LP\011\011ByLiteralPath=m\012"
   "InputObject\011psobject\011\011\011*=mp\011AllowNull\012"
   "Force\011switch\011\011s\011\012"
   "NoClobber\011switch\011NoOverwrite\011s\011\012"
   "Encoding\011System.Text.Encoding\011\011\011\011NotNullOrEmpty"},
  {"Export-Csv", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ExportCsvCommand", 'C',
   "Delimiter\011\011S\012"
   "InputObject\011psobject\011\011\011*=mpn\012"
   "Path\011string\011\011\011*=0\011NotNullOrEmpty\012"
   "LiteralPath\011string\011PSPath,LP\011\011\011NotNullOrEmpty\012"
   "Force\011switch\011\011s\011\012"
   "NoClobber\011switch\011NoOverwrite\011s\011\012"
   "Encoding\011System.Text.Encoding\011\011\011\011NotNullOrEmpty\012"
   "Append\011switch\011\011s\011\012"
   "Delimiter\011char\011\011\011Delimiter=1\011NotNull\012"
   "UseCulture\011switch\011\011s\011UseCulture=\012"
   "IncludeTypeInformation\011switch\011ITI\011s\011\012"
   "NoTypeInformation\011switch\011NTI\011s\011\012"
   "QuoteFields\011string[]\011QF\011\011\012"
   "UseQuotes\011Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind\011UQ\011\011\012"
   "NoHeader\011switch\011\011s\011"},
  {"Export-FormatData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ExportFormatDataCommand", 'C',
   "ByPath\011\011\012"
   "InputObject\011System.Management.Automation.ExtendedTypeDefinition[]\011\011\011*=mp\012"
   "Path\011string\011FilePath\011\011ByPath=m\012"
   "LiteralPath\011string\011PSPath,LP\011\011ByLiteralPath=m\012"
   "Force\011switch\011\011s\011\012"
   "NoClobber\011switch\011NoOverwrite\011s\011\012"
   "IncludeScriptBlock\011switch\011\011s\011"},
  {"Export-ModuleMember", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.ExportModuleMemberCommand", 'C',
   "\011\011\012"
   "Function\011string[]\011\011\011*=pn0\011AllowEmptyCollection\012"
   "Cmdlet\011string[]\011\011\011*=n\011AllowEmptyCollection\012"
   "Variable\011string[]\011\011\011*=n\011NotNull\012"
   "Alias\011string[]\011\011\011*=n\011NotNull"},
  {"Export-PSSession", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ExportPSSessionCommand", 'C',
   "\011System.IO.FileInfo\011\012"
   "OutputModule\011string\011PSPath,ModuleName\011\011*=m1\011NotNullOrEmpty\012"
   "Force\011switch\011\011s\011\012"
   "Encoding\011System.Text.Encoding\011\011\011\011NotNullOrEmpty\012"
   "CommandName\011string[]\011Name\011\011*=2\012"
   "AllowClobber\011switch\011\011s\011\012"
   "ArgumentList\011System.Object[]\011Args\011\011\011AllowNull\011AllowEmptyCollection\012"
   "CommandType\011System.Management.Automation.CommandTypes\011Type\011\011\012"
   "Module\011string[]\011PSSnapin\011\011\011NotNull\012"
   "FullyQualifiedModule\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011\011NotNull\012"
   "FormatTypeName\011string[]\011\011\011*=3\012"
   "Certificate\011System.Security.Cryptography.X509Certificates.X509Certificate2\011\011\011\012"
   "Session\011System.Management.Automation.Runspaces.PSSession\011\011\011*=m0\011NotNull"},
  {"ForEach-Object", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.ForEachObjectCommand", 'C',
   "ScriptBlockSet\011\011S\012"
   "InputObject\011psobject\011\011\011ScriptBlockSet=p;PropertyAndMethodSet=p;ParallelParameterSet=p\012"
   "Begin\011scriptblock\011\011\011ScriptBlockSet=\012"
   "Process\011scriptblock[]\011\011\011ScriptBlockSet=m0\011AllowNull\011AllowEmptyCollection\012"
   "End\011scriptblock\011\011\011ScriptBlockSet=\012"
   "RemainingScripts\011scriptblock[]\011\011\011ScriptBlockSet=r\011AllowNull\011AllowEmptyCollection\012"
   "MemberName\011string\011\011\011PropertyAndMethodSet=m0\011NotNullOrEmpty\012"
   "ArgumentList\011System.Object[]\011Args\011\011PropertyAndMethodSet=r\012"
   "Parallel\011scriptblock\011\011\011ParallelParameterSet=m\012"
   "ThrottleLimit\011int\011\011\011ParallelParameterSet=\011Range: 1..2147483647\012"
   "TimeoutSeconds\011int\011\011\011ParallelParameterSet=\011Range: 0..2147483\012"
   "AsJob\011switch\011\011s\011ParallelParameterSet=\012"
   "UseNewRunspace\011switch\011\011s\011ParallelParameterSet="},
  {"Format-Custom", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.FormatCustomCommand", 'C',
   "\011Microsoft.PowerShell.Commands.Internal.Format.FormatStartData;Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData;Microsoft.PowerShell.Commands.Internal.Format.FormatEndData;Microsoft.PowerShell.Commands.Internal.Format.GroupStartData;Microsoft.PowerShell.Commands.Internal.Format.GroupEndData\011\012"
   "Property\011System.Object[]\011\011\011*=0\012"
   "Depth\011int\011\011\011\011Range: 1..2147483647\012"
   "GroupBy\011System.Object\011\011\011\012"
   "View\011string\011\011\011\012"
   "ShowError\011switch\011\011s\011\012"
   "DisplayError\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Expand\011string\011\011\011\011Set: CoreOnly, EnumOnly, Both\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Format-Hex", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.FormatHex", 'C',
   "\011Microsoft.PowerShell.Commands.ByteCollection\011\012"
   "Path\011string[]\011\011\011Path=m0\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=m\011NotNullOrEmpty\012"
   "InputObject\011psobject\011\011\011ByInputObject=mp\012"
   "Encoding\011System.Text.Encoding\011\011\011ByInputObject=\011NotNullOrEmpty\012"
   "Count\011long\011\011\011\011RangeKind: Positive\012"
   "Offset\011long\011\011\011\011RangeKind: NonNegative\012"
   "Raw\011switch\011\011s\011ByInputObject="},
  {"Format-List", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.FormatListCommand", 'C',
   "\011Microsoft.PowerShell.Commands.Internal.Format.FormatStartData;Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData;Microsoft.PowerShell.Commands.Internal.Format.FormatEndData;Microsoft.PowerShell.Commands.Internal.Format.GroupStartData;Microsoft.PowerShell.Commands.Internal.Format.GroupEndData\011\012"
   "Property\011System.Object[]\011\011\011*=0\012"
   "GroupBy\011System.Object\011\011\011\012"
   "View\011string\011\011\011\012"
   "ShowError\011switch\011\011s\011\012"
   "DisplayError\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Expand\011string\011\011\011\011Set: CoreOnly, EnumOnly, Both\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Format-Table", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.FormatTableCommand", 'C',
   "\011Microsoft.PowerShell.Commands.Internal.Format.FormatStartData;Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData;Microsoft.PowerShell.Commands.Internal.Format.FormatEndData;Microsoft.PowerShell.Commands.Internal.Format.GroupStartData;Microsoft.PowerShell.Commands.Internal.Format.GroupEndData\011\012"
   "AutoSize\011switch\011\011s\011\012"
   "RepeatHeader\011switch\011\011s\011\012"
   "HideTableHeaders\011switch\011\011s\011\012"
   "Wrap\011switch\011\011s\011\012"
   "Property\011System.Object[]\011\011\011*=0\012"
   "GroupBy\011System.Object\011\011\011\012"
   "View\011string\011\011\011\012"
   "ShowError\011switch\011\011s\011\012"
   "DisplayError\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Expand\011string\011\011\011\011Set: CoreOnly, EnumOnly, Both\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Format-Wide", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.FormatWideCommand", 'C',
   "\011Microsoft.PowerShell.Commands.Internal.Format.FormatStartData;Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData;Microsoft.PowerShell.Commands.Internal.Format.FormatEndData;Microsoft.PowerShell.Commands.Internal.Format.GroupStartData;Microsoft.PowerShell.Commands.Internal.Format.GroupEndData\011\012"
   "Property\011System.Object\011\011\011*=0\012"
   "AutoSize\011switch\011\011s\011\012"
   "Column\011int\011\011\011\011Range: 1..2147483647\012"
   "GroupBy\011System.Object\011\011\011\012"
   "View\011string\011\011\011\012"
   "ShowError\011switch\011\011s\011\012"
   "DisplayError\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Expand\011string\011\011\011\011Set: CoreOnly, EnumOnly, Both\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Get-Alias", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetAliasCommand", 'C',
   "Default\011System.Management.Automation.AliasInfo\011\012"
   "Name\011string[]\011\011\011Default=pn0\011NotNullOrEmpty\012"
   "Exclude\011string[]\011\011\011\012"
   "Scope\011string\011\011\011\012"
   "Definition\011string[]\011\011\011Definition=\011NotNullOrEmpty"},
  {"Get-ChildItem", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetChildItemCommand", 'C',
   "Items\011System.IO.FileInfo;System.IO.DirectoryInfo\011\012"
   "Path\011string[]\011\011\011Items=pn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralItems=mn\012"
   "Filter\011string\011\011\011*=1\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Recurse\011switch\011s,r\011s\011\012"
   "Depth\011uint\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Name\011switch\011\011s\011\012"
   "Attributes\011System.Management.Automation.FlagsExpression[System.IO.FileAttributes]\011\011d\011\012"
   "FollowSymlink\011switch\011\011sd\011\012"
   "Directory\011switch\011ad\011sd\011\012"
   "File\011switch\011af\011sd\011\012"
   "Hidden\011switch\011ah,h\011sd\011\012"
   "ReadOnly\011switch\011ar\011sd\011\012"
   "System\011switch\011as\011sd\011"},
  {"Get-Clipboard", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetClipboardCommand", 'C',
   "\011System.String\011\012"
   "Raw\011switch\011\011s\011\012"
   "Delimiter\011string[]\011\011\011"},
  {"Get-CmsMessage", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.GetCmsMessageCommand", 'C',
   "\011System.Security.Cryptography.Pkcs.EnvelopedCms\011\012"
   "Content\011string\011\011\011ByContent=mp0\011AllowNull\011AllowEmptyString\012"
   "Path\011string\011\011\011ByPath=m1\012"
   "LiteralPath\011string\011\011\011ByLiteralPath=m1"},
  {"Get-Command", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetCommandCommand", 'C',
   "CmdletSet\011System.Management.Automation.AliasInfo;System.Management.Automation.ApplicationInfo;System.Management.Automation.FunctionInfo;System.Management.Automation.CmdletInfo;System.Management.Automation.ExternalScriptInfo;System.Management.Automation.FilterInfo;System.String;System.Management.Automation.PSObject\011\012"
   "Name\011string[]\011\011\011AllCommandSet=pn0\011NotNullOrEmpty\012"
   "Verb\011string[]\011\011\011CmdletSet=n\012"
   "Noun\011string[]\011\011\011CmdletSet=n\012"
   "Module\011string[]\011PSSnapin\011\011*=n\012"
   "ExcludeModule\011string[]\011\011\011\012"
   "FullyQualifiedModule\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011*=n\012"
   "CommandType\011System.Management.Automation.CommandTypes\011Type\011\011AllCommandSet=n\012"
   "TotalCount\011int\011\011\011*=n\012"
   "Syntax\011switch\011\011s\011*=n\012"
   "ShowCommandInfo\011switch\011\011s\011\012"
   "ArgumentList\011System.Object[]\011Args\011\011*=r1\011AllowNull\011AllowEmptyCollection\012"
   "All\011switch\011\011s\011*=n\012"
   "ListImported\011switch\011\011s\011*=n\012"
   "ParameterName\011string[]\011\011\011\011NotNullOrEmpty\012"
   "ParameterType\011System.Management.Automation.PSTypeName[]\011\011\011\011NotNullOrEmpty\012"
   "UseFuzzyMatching\011switch\011\011s\011AllCommandSet=\012"
   "FuzzyMinimumDistance\011uint\011\011\011AllCommandSet=\012"
   "UseAbbreviationExpansion\011switch\011\011s\011AllCommandSet=n\012"
   "Explain\011switch\011\011s\011AllCommandSet="},
  {"Get-Content", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetContentCommand", 'C',
   "Path\011System.Byte;System.String\011\012"
   "ReadCount\011long\011\011\011*=n\012"
   "TotalCount\011long\011First,Head\011\011*=n\011Range: 0..9223372036854775807\012"
   "Tail\011int\011Last\011\011*=n\011Range: 0..2147483647\012"
   "Path\011string[]\011\011\011Path=mn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n\012"
   "Delimiter\011string\011\011d\011\012"
   "Wait\011switch\011\011sd\011\012"
   "Raw\011switch\011\011sd\011\012"
   "Encoding\011System.Text.Encoding\011\011d\011\011NotNullOrEmpty\012"
   "AsByteStream\011switch\011\011sd\011"},
  {"Get-Credential", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.GetCredentialCommand", 'C',
   "CredentialSet\011System.Management.Automation.PSCredential\011\012"
   "Credential\011pscredential\011\011\011CredentialSet=0\011NotNull\012"
   "Message\011string\011\011\011MessageSet=\011NotNullOrEmpty\012"
   "UserName\011string\011\011\011MessageSet=0\011NotNullOrEmpty\012"
   "Title\011string\011\011\011MessageSet=\011NotNullOrEmpty"},
  {"Get-Culture", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetCultureCommand", 'C',
   "CurrentCulture\011System.Globalization.CultureInfo\011\012"
   "Name\011string[]\011\011\011Name=p0\011Cultures: \011NotNull\012"
   "NoUserOverrides\011switch\011\011s\011CurrentCulture=;Name=\012"
   "ListAvailable\011switch\011\011s\011ListAvailable="},
  {"Get-Date", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetDateCommand", 'C',
   "DateAndFormat\011System.String;System.DateTime\011\012"
   "Date\011datetime\011LastWriteTime\011\011DateAndFormat=pn0;DateAndUFormat=pn0\012"
   "UnixTimeSeconds\011long\011UnixTime\011\011UnixTimeSecondsAndFormat=m;UnixTimeSecondsAndUFormat=m\011Range: -62135596800..253402300799\012"
   "Year\011int\011\011\011\011Range: 1..9999\012"
   "Month\011int\011\011\011\011Range: 1..12\012"
   "Day\011int\011\011\011\011Range: 1..31\012"
   "Hour\011int\011\011\011\011Range: 0..23\012"
   "Minute\011int\011\011\011\011Range: 0..59\012"
   "Second\011int\011\011\011\011Range: 0..59\012"
   "Millisecond\011int\011\011\011\011Range: 0..999\012"
   "DisplayHint\011Microsoft.PowerShell.Commands.DisplayHintType\011\011\011\012"
   "UFormat\011string\011\011\011DateAndUFormat=m;UnixTimeSecondsAndUFormat=m\012"
   "Format\011string\011\011\011DateAndFormat=;UnixTimeSecondsAndFormat=\012"
   "AsUTC\011switch\011\011s\011"},
  {"Get-Error", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetErrorCommand", 'C',
   "Newest\011System.Management.Automation.ErrorRecord#PSExtendedError;System.Exception#PSExtendedError\011\012"
   "InputObject\011psobject\011\011\011Error=p0\011NotNullOrEmpty\012"
   "Newest\011int\011Last\011\011Newest=\011Range: 1..2147483647"},
  {"Get-Event", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetEventCommand", 'C',
   "BySource\011System.Management.Automation.PSEventArgs\011\012"
   "SourceIdentifier\011string\011\011\011BySource=n0\011NotNullOrEmpty\012"
   "EventIdentifier\011int\011Id\011\011ById=mn0"},
  {"Get-EventSubscriber", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetEventSubscriberCommand", 'C',
   "BySource\011System.Management.Automation.PSEventSubscriber\011\012"
   "SourceIdentifier\011string\011\011\011BySource=n0\011NotNullOrEmpty\012"
   "SubscriptionId\011int\011Id\011\011ById=mn0\012"
   "Force\011switch\011\011s\011*=1"},
  {"Get-ExecutionPolicy", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.GetExecutionPolicyCommand", 'C',
   "\011Microsoft.PowerShell.ExecutionPolicy\011\012"
   "Scope\011Microsoft.PowerShell.ExecutionPolicyScope\011\011\011*=n0\012"
   "List\011switch\011\011s\011"},
  {"Get-ExperimentalFeature", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetExperimentalFeatureCommand", 'C',
   "\011System.Management.Automation.ExperimentalFeature\011\012"
   "Name\011string[]\011\011\011*=p0\011NotNullOrEmpty"},
  {"Get-FileHash", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetFileHashCommand", 'C',
   "Path\011Microsoft.PowerShell.Commands.FileHashInfo\011\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn0\012"
   "InputStream\011System.IO.Stream\011\011\011StreamParameterSet=m0\012"
   "Algorithm\011string\011\011\011*=1\011Set: SHA1, SHA256, SHA384, SHA512, MD5"},
  {"Get-FormatData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetFormatDataCommand", 'C',
   "\011System.Management.Automation.ExtendedTypeDefinition\011\012"
   "TypeName\011string[]\011\011\011*=0\011NotNullOrEmpty\012"
   "PowerShellVersion\011version\011\011\011"},
  {"Get-Help", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetHelpCommand", 'C',
   "AllUsersView\011\011\012"
   "Name\011string\011\011\011*=n0\011NotNullOrEmpty\012"
   "Path\011string\011\011\011\012"
   "Category\011string[]\011\011\011\011Set: Alias, Cmdlet, Provider, General, FAQ, Glossary, HelpFile, ScriptCommand, Function, Filter, ExternalScript, All, DefaultHelp, DscResource, Class, Configuration\012"
   "Detailed\011switch\011\011s\011DetailedView=m\012"
   "Full\011switch\011\011s\011AllUsersView=\012"
   "Examples\011switch\011\011s\011Examples=m\012"
   "Parameter\011string[]\011\011\011Parameters=m\012"
   "Component\011string[]\011\011\011\012"
   "Functionality\011string[]\011\011\011\012"
   "Role\011string[]\011\011\011\012"
   "Online\011switch\011\011s\011Online=m"},
  {"Get-History", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetHistoryCommand", 'C',
   "\011Microsoft.PowerShell.Commands.HistoryInfo\011\012"
   "Id\011long[]\011\011\011*=p0\011Range: 1..9223372036854775807\012"
   "Count\011int\011\011\011*=1\011Range: 0..32767"},
  {"Get-Host", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetHostCommand", 'C',
   "\011System.Management.Automation.Host.PSHost\011"},
  {"Get-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetItemCommand", 'C',
   "Path\011System.IO.FileInfo;System.Boolean;System.String;System.IO.FileInfo;System.IO.DirectoryInfo\011\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Get-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetItemPropertyCommand", 'C',
   "Path\011System.Boolean;System.String;System.DateTime;System.IO.FileInfo;System.IO.DirectoryInfo\011\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string[]\011PSProperty\011\011*=1\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Get-ItemPropertyValue", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetItemPropertyValueCommand", 'C',
   "Path\011\011\012"
   "Path\011string[]\011\011\011Path=pn0\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string[]\011PSProperty\011\011*=m1\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Get-Job", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetJobCommand", 'C',
   "SessionIdParameterSet\011System.Management.Automation.Job\011\012"
   "IncludeChildJob\011switch\011\011s\011SessionIdParameterSet=;InstanceIdParameterSet=;NameParameterSet=;StateParameterSet=;CommandParameterSet=\012"
   "ChildJobState\011System.Management.Automation.JobState\011\011\011SessionIdParameterSet=;InstanceIdParameterSet=;NameParameterSet=;StateParameterSet=;CommandParameterSet=\012"
   "HasMoreData\011bool\011\011\011SessionIdParameterSet=;InstanceIdParameterSet=;NameParameterSet=;StateParameterSet=;CommandParameterSet=\012"
   "Before\011datetime\011\011\011SessionIdParameterSet=;InstanceIdParameterSet=;NameParameterSet=;StateParameterSet=;CommandParameterSet=\012"
   "After\011datetime\011\011\011SessionIdParameterSet=;InstanceIdParameterSet=;NameParameterSet=;StateParameterSet=;CommandParameterSet=\012"
   "Newest\011int\011\011\011SessionIdParameterSet=;InstanceIdParameterSet=;NameParameterSet=;StateParameterSet=;CommandParameterSet=\012"
   "Id\011int[]\011\011\011SessionIdParameterSet=n0\011NotNullOrEmpty\012"
   "Name\011string[]\011\011\011NameParameterSet=mn0\011NotNullOrEmpty\012"
   "InstanceId\011guid[]\011\011\011InstanceIdParameterSet=mn0\011NotNullOrEmpty\012"
   "State\011System.Management.Automation.JobState\011\011\011StateParameterSet=mn0\012"
   "Command\011string[]\011\011\011CommandParameterSet=n\011NotNullOrEmpty\012"
   "Filter\011hashtable\011\011\011FilterParameterSet=mn0\011NotNullOrEmpty"},
  {"Get-Location", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetLocationCommand", 'C',
   "Location\011System.Management.Automation.PathInfo;System.Management.Automation.PathInfoStack\011\012"
   "PSProvider\011string[]\011\011\011Location=n\012"
   "PSDrive\011string[]\011\011\011Location=n\012"
   "Stack\011switch\011\011s\011Stack=\012"
   "StackName\011string[]\011\011\011Stack=n"},
  {"Get-MarkdownOption", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetMarkdownOptionCommand", 'C',
   "\011Microsoft.PowerShell.MarkdownRender.PSMarkdownOptionInfo\011"},
  {"Get-Member", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetMemberCommand", 'C',
   "\011Microsoft.PowerShell.Commands.MemberDefinition\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Name\011string[]\011\011\011*=0\011NotNullOrEmpty\012"
   "MemberType\011System.Management.Automation.PSMemberTypes\011Type\011\011\012"
   "View\011System.Management.Automation.PSMemberViewTypes\011\011\011\012"
   "Static\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011"},
  {"Get-Module", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetModuleCommand", 'C',
   "Loaded\011System.Management.Automation.PSModuleInfo\011\012"
   "Name\011string[]\011\011\011Loaded=p0;Available=p0;PsSession=p0;CimSession=p0\011NotNullOrEmpty\012"
   "FullyQualifiedName\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011Loaded=n;Available=n;PsSession=n;CimSession=n\012"
   "All\011switch\011\011s\011Loaded=;Available=\012"
   "ListAvailable\011switch\011\011s\011Available=m;PsSession=;CimSession=\012"
   "PSEdition\011string\011\011\011Available=;PsSession=\012"
   "SkipEditionCheck\011switch\011\011s\011Available=;PsSession=;CimSession=\012"
   "Refresh\011switch\011\011s\011Available=;PsSession=;CimSession=\012"
   "PSSession\011System.Management.Automation.Runspaces.PSSession\011\011\011PsSession=m\011NotNull\012"
   "CimSession\011CimSession\011\011\011CimSession=m\011NotNull\012"
   "CimResourceUri\011uri\011\011\011CimSession=\011NotNull\012"
   "CimNamespace\011string\011\011\011CimSession=\011NotNullOrEmpty"},
  {"Get-PfxCertificate", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.GetPfxCertificateCommand", 'C',
   "ByPath\011System.Security.Cryptography.X509Certificates.X509Certificate2\011\012"
   "FilePath\011string[]\011\011\011ByPath=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011ByLiteralPath=mn\012"
   "Password\011securestring\011\011\011\012"
   "NoPromptForPassword\011switch\011\011s\011"},
  {"Get-Process", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetProcessCommand", 'C',
   "Name\011System.Diagnostics.ProcessModule;System.Diagnostics.FileVersionInfo;System.Diagnostics.Process\011\012"
   "Name\011string[]\011ProcessName\011\011Name=n0;NameWithUserName=n0\011NotNullOrEmpty\012"
   "Id\011int[]\011PID\011\011Id=mn;IdWithUserName=mn\012"
   "InputObject\011System.Diagnostics.Process[]\011\011\011InputObject=mp;InputObjectWithUserName=mp\012"
   "IncludeUserName\011switch\011\011s\011NameWithUserName=m;IdWithUserName=m;InputObjectWithUserName=m\012"
   "Module\011switch\011\011s\011Name=;Id=;InputObject=\011NotNull\012"
   "FileVersionInfo\011switch\011FV,FVI\011s\011Name=;Id=;InputObject=\011NotNull"},
  {"Get-PSBreakpoint", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetPSBreakpointCommand", 'C',
   "Line\011System.Management.Automation.CommandBreakpoint;System.Management.Automation.LineBreakpoint;System.Management.Automation.VariableBreakpoint;System.Management.Automation.Breakpoint\011\012"
   "Script\011string[]\011\011\011Line=p0;Command=;Variable=;Type=\011NotNullOrEmpty\012"
   "Id\011int[]\011\011\011Id=mp0\011NotNull\012"
   "Variable\011string[]\011\011\011Variable=m\011NotNull\012"
   "Command\011string[]\011\011\011Command=m\011NotNull\012"
   "Type\011Microsoft.PowerShell.Commands.BreakpointType[]\011\011\011Type=mp0\011NotNull\012"
   "Runspace\011runspace\011\011\011\011NotNull"},
  {"Get-PSCallStack", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetPSCallStackCommand", 'C',
   "\011System.Management.Automation.CallStackFrame\011"},
  {"Get-PSDrive", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetPSDriveCommand", 'C',
   "Name\011System.Management.Automation.PSDriveInfo\011\012"
   "Name\011string[]\011\011\011Name=n0\011NotNullOrEmpty\012"
   "LiteralName\011string[]\011\011\011LiteralName=mn0\012"
   "Scope\011string\011\011\011*=n\012"
   "PSProvider\011string[]\011\011\011*=n"},
  {"Get-PSHostProcessInfo", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetPSHostProcessInfoCommand", 'C',
   "ProcessNameParameterSet\011Microsoft.PowerShell.Commands.PSHostProcessInfo\011\012"
   "Name\011string[]\011\011\011ProcessNameParameterSet=0\011NotNullOrEmpty\012"
   "Process\011System.Diagnostics.Process[]\011\011\011ProcessParameterSet=mp0\011NotNullOrEmpty\012"
   "Id\011int[]\011\011\011ProcessIdParameterSet=m0\011NotNullOrEmpty"},
  {"Get-PSProvider", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetPSProviderCommand", 'C',
   "\011System.Management.Automation.ProviderInfo\011\012"
   "PSProvider\011string[]\011\011\011*=n0\011NotNullOrEmpty"},
  {"Get-PSSession", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.GetPSSessionCommand", 'C',
   "Name\011System.Management.Automation.Runspaces.PSSession\011\012"
   "ComputerName\011string[]\011Cn\011\011ComputerName=mn0;ComputerInstanceId=mn0\011NotNullOrEmpty\012"
   "ApplicationName\011string\011\011\011ComputerName=n;ComputerInstanceId=n\012"
   "ConnectionUri\011uri[]\011URI,CU\011\011ConnectionUri=mn0;ConnectionUriInstanceId=mn0\011NotNullOrEmpty\012"
   "ConfigurationName\011string\011\011\011ComputerName=n;ComputerInstanceId=n;ConnectionUri=n;ConnectionUriInstanceId=n;ContainerId=n;ContainerIdInstanceId=n;VMId=n;VMIdInstanceId=n;VMName=n;VMNameInstanceId=n\012"
   "AllowRedirection\011switch\011\011s\011ConnectionUri=;ConnectionUriInstanceId=\012"
   "Name\011string[]\011\011\011ComputerName=;ConnectionUri=;Name=n;ContainerId=;VMId=;VMName=\011NotNullOrEmpty\012"
   "InstanceId\011guid[]\011\011\011ComputerInstanceId=m;ConnectionUriInstanceId=m;InstanceId=n;ContainerIdInstanceId=m;VMIdInstanceId=m;VMNameInstanceId=m\011NotNull\012"
   "Credential\011pscredential\011\011\011ComputerName=;ComputerInstanceId=;ConnectionUri=;ConnectionUriInstanceId=\012"
   "Authentication\011System.Management.Automation.Runspaces.AuthenticationMechanism\011\011\011ComputerName=;ComputerInstanceId=;ConnectionUri=;ConnectionUriInstanceId=\012"
   "CertificateThumbprint\011string\011\011\011ComputerName=;ComputerInstanceId=;ConnectionUri=;ConnectionUriInstanceId=\012"
   "Port\011int\011\011\011ComputerName=;ComputerInstanceId=\011Range: 1..65535\012"
   "UseSSL\011switch\011\011s\011ComputerName=;ComputerInstanceId=\012"
   "ThrottleLimit\011int\011\011\011ComputerName=;ComputerInstanceId=;ConnectionUri=;ConnectionUriInstanceId=\012"
   "State\011Microsoft.PowerShell.Commands.SessionFilterState\011\011\011ComputerName=;ComputerInstanceId=;ConnectionUri=;ConnectionUriInstanceId=;ContainerId=;ContainerIdInstanceId=;VMId=;VMIdInstanceId=;VMName=;VMNameInstanceId=\012"
   "SessionOption\011System.Management.Automation.Remoting.PSSessionOption\011\011\011ComputerName=;ComputerInstanceId=;ConnectionUri=;ConnectionUriInstanceId=\012"
   "Id\011int[]\011\011\011Id=mn0\011NotNull\012"
   "ContainerId\011string[]\011\011\011ContainerId=mn;ContainerIdInstanceId=mn\011NotNullOrEmpty\012"
   "VMId\011guid[]\011VMGuid\011\011VMId=mn;VMIdInstanceId=mn\011NotNullOrEmpty\012"
   "VMName\011string[]\011\011\011VMName=mn;VMNameInstanceId=mn\011NotNullOrEmpty"},
  {"Get-PSSubsystem", "Microsoft.PowerShell.Core", "System.Management.Automation.Subsystem.GetPSSubsystemCommand", 'C',
   "GetAllSet\011System.Management.Automation.Subsystem.SubsystemInfo\011\012"
   "Kind\011System.Management.Automation.Subsystem.SubsystemKind\011\011\011GetByKindSet=mp\012"
   "SubsystemType\011type\011\011\011GetByTypeSet=mp"},
  {"Get-Random", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetRandomCommand", 'C',
   "RandomNumberParameterSet\011System.Int32;System.Int64;System.Double\011\012"
   "SetSeed\011System.Nullable[int]\011\011\011\011NotNull\012"
   "Maximum\011System.Object\011\011\011RandomNumberParameterSet=0\012"
   "Minimum\011System.Object\011\011\011RandomNumberParameterSet=\012"
   "InputObject\011System.Object[]\011\011\011RandomListItemParameterSet=mp0;ShuffleParameterSet=mp0\011AllowNull\012"
   "Count\011int\011\011\011RandomNumberParameterSet=;RandomListItemParameterSet=\011Range: 1..2147483647\012"
   "Shuffle\011switch\011\011s\011ShuffleParameterSet=m"},
  {"Get-Runspace", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetRunspaceCommand", 'C',
   "NameParameterSet\011System.Management.Automation.Runspaces.Runspace\011\012"
   "Name\011string[]\011\011\011NameParameterSet=0\011NotNullOrEmpty\012"
   "Id\011int[]\011\011\011IdParameterSet=m0\012"
   "InstanceId\011guid[]\011\011\011InstanceIdParameterSet=m0"},
  {"Get-RunspaceDebug", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetRunspaceDebugCommand", 'C',
   "RunspaceNameParameterSet\011Microsoft.PowerShell.Commands.PSRunspaceDebug\011\012"
   "RunspaceName\011string[]\011\011\011RunspaceNameParameterSet=0\011NotNullOrEmpty\012"
   "Runspace\011runspace[]\011\011\011RunspaceParameterSet=mpn0\011NotNullOrEmpty\012"
   "RunspaceId\011int[]\011\011\011RunspaceIdParameterSet=m0\011NotNullOrEmpty\012"
   "RunspaceInstanceId\011guid[]\011\011\011RunspaceInstanceIdParameterSet=m0\011NotNullOrEmpty\012"
   "ProcessName\011string\011\011\011ProcessNameParameterSet=0\011NotNullOrEmpty\012"
   "AppDomainName\011string[]\011\011\011ProcessNameParameterSet=1\011NotNullOrEmpty"},
  {"Get-SecureRandom", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetSecureRandomCommand", 'C',
   "RandomNumberParameterSet\011System.Int32;System.Int64;System.Double\011\012"
   "Maximum\011System.Object\011\011\011RandomNumberParameterSet=0\012"
   "Minimum\011System.Object\011\011\011RandomNumberParameterSet=\012"
   "InputObject\011System.Object[]\011\011\011RandomListItemParameterSet=mp0;ShuffleParameterSet=mp0\011AllowNull\012"
   "Count\011int\011\011\011RandomNumberParameterSet=;RandomListItemParameterSet=\011Range: 1..2147483647\012"
   "Shuffle\011switch\011\011s\011ShuffleParameterSet=m"},
  {"Get-TimeZone", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.GetTimeZoneCommand", 'C',
   "Name\011System.TimeZoneInfo\011\012"
   "Id\011string[]\011\011\011Id=mn\012"
   "ListAvailable\011switch\011\011s\011ListAvailable=m\012"
   "Name\011string[]\011\011\011Name=p0"},
  {"Get-TraceSource", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetTraceSourceCommand", 'C',
   "\011System.Management.Automation.PSTraceSource\011\012"
   "Name\011string[]\011\011\011*=pn0\011NotNullOrEmpty"},
  {"Get-TypeData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetTypeDataCommand", 'C',
   "\011System.Management.Automation.PSObject\011\012"
   "TypeName\011string[]\011\011\011*=p0\011NotNullOrEmpty"},
  {"Get-UICulture", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetUICultureCommand", 'C',
   "\011System.Globalization.CultureInfo\011"},
  {"Get-Unique", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetUniqueCommand", 'C',
   "AsString\011\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "AsString\011switch\011\011s\011AsString=\012"
   "OnType\011switch\011\011s\011UniqueByType=\012"
   "CaseInsensitive\011switch\011\011s\011"},
  {"Get-Uptime", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetUptimeCommand", 'C',
   "Timespan\011System.TimeSpan;System.DateTime\011\012"
   "Since\011switch\011\011s\011Since="},
  {"Get-Variable", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetVariableCommand", 'C',
   "\011System.Management.Automation.PSVariable\011\012"
   "Name\011string[]\011\011\011*=pn0\011NotNullOrEmpty\012"
   "ValueOnly\011switch\011\011s\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Scope\011string\011\011\011\011NotNullOrEmpty"},
  {"Get-Verb", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GetVerbCommand", 'C',
   "\011System.Management.Automation.VerbInfo\011\012"
   "Verb\011string[]\011\011\011*=pn0\012"
   "Group\011string[]\011\011\011*=pn1\011Set: Common, Communications, Data, Diagnostic, Lifecycle, Other, Security"},
  {"Group-Object", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.GroupObjectCommand", 'C',
   "\011System.Collections.Hashtable;Microsoft.PowerShell.Commands.GroupInfo\011\012"
   "NoElement\011switch\011\011s\011\012"
   "AsHashTable\011switch\011AHT\011s\011HashTable=\012"
   "AsString\011switch\011\011s\011HashTable=\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Property\011System.Object[]\011\011\011*=0\012"
   "Culture\011string\011\011\011\012"
   "CaseSensitive\011switch\011\011s\011"},
  {"help", "", "", 'F',
   "AllUsersView\011\011\012"
   "Name\011string\011\011\011*=n0\012"
   "Path\011string\011\011\011\012"
   "Category\011string[]\011\011\011\011Set: Alias, Cmdlet, Provider, General, FAQ, Glossary, HelpFile, ScriptCommand, Function, Filter, ExternalScript, All, DefaultHelp, DscResource, Class, Configuration\012"
   "Detailed\011switch\011\011s\011DetailedView=m\012"
   "Full\011switch\011\011s\011AllUsersView=\012"
   "Examples\011switch\011\011s\011Examples=m\012"
   "Parameter\011string[]\011\011\011Parameters=m\012"
   "Component\011string[]\011\011\011\012"
   "Functionality\011string[]\011\011\011\012"
   "Role\011string[]\011\011\011\012"
   "Online\011switch\011\011s\011Online=m"},
  {"Import-Alias", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ImportAliasCommand", 'C',
   "ByPath\011System.Management.Automation.AliasInfo\011S\012"
   "Path\011string\011\011\011ByPath=mpn0\012"
   "LiteralPath\011string\011PSPath,LP\011\011ByLiteralPath=mpn\012"
   "Scope\011string\011\011\011\011NotNullOrEmpty\012"
   "PassThru\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011"},
  {"Import-Clixml", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ImportClixmlCommand", 'C',
   "ByPath\011\011\012"
   "Path\011string[]\011\011\011ByPath=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011ByLiteralPath=mn\012"
   "IncludeTotalCount\011switch\011\011s\011\012"
   "Skip\011ulong\011\011\011\012"
   "First\011ulong\011\011\011"},
  {"Import-Csv", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ImportCsvCommand", 'C',
   "DelimiterPath\011\011\012"
   "Delimiter\011char\011\011\011DelimiterPath=1;DelimiterLiteralPath=1\011NotNull\012"
   "Path\011string[]\011\011\011DelimiterPath=mpn0;CulturePath=mpn0\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011DelimiterLiteralPath=mn;CultureLiteralPath=mn\011NotNullOrEmpty\012"
   "UseCulture\011switch\011\011s\011CulturePath=m;CultureLiteralPath=m\011NotNull\012"
   "Header\011string[]\011\011\011\011NotNullOrEmpty\012"
   "Encoding\011System.Text.Encoding\011\011\011\011NotNullOrEmpty"},
  {"Import-LocalizedData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ImportLocalizedData", 'C',
   "\011\011\012"
   "BindingVariable\011string\011Variable\011\011*=0\011NotNullOrEmpty\012"
   "UICulture\011string\011\011\011*=1\012"
   "BaseDirectory\011string\011\011\011\012"
   "FileName\011string\011\011\011\012"
   "SupportedCommand\011string[]\011\011\011"},
  {"Import-Module", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.ImportModuleCommand", 'C',
   "Name\011System.Management.Automation.PSModuleInfo\011\012"
   "Global\011switch\011\011s\011\012"
   "Prefix\011string\011\011\011\011NotNull\012"
   "Name\011string[]\011\011\011Name=mp0;PSSession=mp0;CimSession=mp0;WinCompat=mp0\012"
   "FullyQualifiedName\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011FullyQualifiedName=mp0;FullyQualifiedNameAndPSSession=mp0;FullyQualifiedNameAndWinCompat=mp0\012"
   "Assembly\011System.Reflection.Assembly[]\011\011\011Assembly=mp0\012"
   "Function\011string[]\011\011\011\011NotNull\012"
   "Cmdlet\011string[]\011\011\011\011NotNull\012"
   "Variable\011string[]\011\011\011\011NotNull\012"
   "Alias\011string[]\011\011\011\011NotNull\012"
   "Force\011switch\011\011s\011\012"
   "SkipEditionCheck\011switch\011\011s\011Name=;FullyQualifiedName=;ModuleInfo=;Assembly=;PSSession=;CimSession=;FullyQualifiedNameAndPSSession=\012"
   "PassThru\011switch\011\011s\011\012"
   "AsCustomObject\011switch\011\011s\011\012"
   "MinimumVersion\011version\011Version\011\011Name=;PSSession=;CimSession=;WinCompat=\012"
   "MaximumVersion\011string\011\011\011Name=;PSSession=;CimSession=;WinCompat=\012"
   "RequiredVersion\011version\011\011\011Name=;PSSession=;CimSession=;WinCompat=\012"
   "ModuleInfo\011psmoduleinfo[]\011\011\011ModuleInfo=mp0\012"
   "ArgumentList\011System.Object[]\011Args\011\011\012"
   "DisableNameChecking\011switch\011\011s\011\012"
   "NoClobber\011switch\011NoOverwrite\011s\011\012"
   "Scope\011string\011\011\011\011Set: Local, Global\012"
   "PSSession\011System.Management.Automation.Runspaces.PSSession\011\011\011PSSession=m;FullyQualifiedNameAndPSSession=m\011NotNull\012"
   "CimSession\011CimSession\011\011\011CimSession=m\011NotNull\012"
   "CimResourceUri\011uri\011\011\011CimSession=\011NotNull\012"
   "CimNamespace\011string\011\011\011CimSession=\011NotNullOrEmpty\012"
   "UseWindowsPowerShell\011switch\011UseWinPS\011s\011WinCompat=m;FullyQualifiedNameAndWinCompat=m"},
  {"Import-PowerShellDataFile", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand", 'C',
   "ByPath\011\011\012"
   "Path\011string[]\011\011\011ByPath=m0\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011ByLiteralPath=mn0\011NotNullOrEmpty\012"
   "SkipLimitCheck\011switch\011\011s\011"},
  {"Import-PSSession", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ImportPSSessionCommand", 'C',
   "\011System.Management.Automation.PSModuleInfo\011\012"
   "Prefix\011string\011\011\011\011NotNullOrEmpty\012"
   "DisableNameChecking\011switch\011\011s\011\012"
   "CommandName\011string[]\011Name\011\011*=2\012"
   "AllowClobber\011switch\011\011s\011\012"
   "ArgumentList\011System.Object[]\011Args\011\011\011AllowNull\011AllowEmptyCollection\012"
   "CommandType\011System.Management.Automation.CommandTypes\011Type\011\011\012"
   "Module\011string[]\011PSSnapin\011\011\011NotNull\012"
   "FullyQualifiedModule\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011\011NotNull\012"
   "FormatTypeName\011string[]\011\011\011*=3\012"
   "Certificate\011System.Security.Cryptography.X509Certificates.X509Certificate2\011\011\011\012"
   "Session\011System.Management.Automation.Runspaces.PSSession\011\011\011*=m0\011NotNull"},
  {"Invoke-Command", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.InvokeCommandCommand", 'C',
   "InProcess\011\011\012"
   "Session\011System.Management.Automation.Runspaces.PSSession[]\011\011\011Session=0;FilePathRunspace=0\011NotNullOrEmpty\012"
   "ComputerName\011string[]\011Cn\011\011ComputerName=0;FilePathComputerName=0\011NotNullOrEmpty\012"
   "Credential\011pscredential\011\011\011ComputerName=n;Uri=n;FilePathComputerName=n;FilePathUri=n;VMId=mn;VMName=mn;FilePathVMId=mn;FilePathVMName=mn\012"
   "Port\011int\011\011\011ComputerName=;FilePathComputerName=;SSHHost=\011Range: 1..65535\012"
   "UseSSL\011switch\011\011s\011ComputerName=;FilePathComputerName=\012"
   "ConfigurationName\011string\011\011\011ComputerName=n;Uri=n;FilePathComputerName=n;FilePathUri=n;ContainerId=n;VMId=n;VMName=n;FilePathContainerId=n;FilePathVMId=n;FilePathVMName=n\012"
   "ApplicationName\011string\011\011\011ComputerName=n;FilePathComputerName=n\012"
   "ThrottleLimit\011int\011\011\011ComputerName=;Session=;Uri=;FilePathComputerName=;FilePathRunspace=;FilePathUri=;VMId=;VMName=;ContainerId=;FilePathVMId=;FilePathVMName=;FilePathContainerId=\012"
   "ConnectionUri\011uri[]\011URI,CU\011\011Uri=0;FilePathUri=0\011NotNullOrEmpty\012"
   "AsJob\011switch\011\011s\011ComputerName=;Session=;Uri=;FilePathComputerName=;FilePathRunspace=;FilePathUri=;VMId=;VMName=;ContainerId=;FilePathVMId=;FilePathVMName=;FilePathContainerId=;SSHHost=;SSHHostHashParam=;FilePathSSHHost=;FilePathSSHHostHash=\012"
   "InDisconnectedSession\011switch\011Disconnected\011s\011ComputerName=;FilePathComputerName=;Uri=;FilePathUri=\012"
   "SessionName\011string[]\011\011\011ComputerName=;FilePathComputerName=\011NotNullOrEmpty\012"
   "HideComputerName\011switch\011HCN\011s\011ComputerName=;Session=;Uri=;FilePathComputerName=;FilePathRunspace=;FilePathUri=;VMId=;VMName=;ContainerId=;FilePathVMId=;FilePathVMName=;FilePathContainerId=;SSHHost=;SSHHostHashParam=;FilePathSSHHost=;FilePathSSHHostHash=\012"
   "JobName\011string\011\011\011ComputerName=;Session=;Uri=;FilePathComputerName=;FilePathRunspace=;FilePathUri=;ContainerId=;FilePathContainerId=;SSHHostHashParam=;SSHHost=\012"
   "ScriptBlock\011scriptblock\011Command\011\011ComputerName=m1;Session=m1;Uri=m1;InProcess=m0;VMId=m1;VMName=m1;ContainerId=m1;SSHHost=m1;SSHHostHashParam=m1\011NotNull\012"
   "NoNewScope\011switch\011\011s\011InProcess=\012"
   "FilePath\011string\011PSPath\011\011FilePathComputerName=m1;FilePathRunspace=m1;FilePathUri=m1;FilePathVMId=m1;FilePathVMName=m1;FilePathContainerId=m1;FilePathSSHHost=m;FilePathSSHHostHash=m\011NotNull\012"
   "AllowRedirection\011switch\011\011s\011Uri=;FilePathUri=\012"
   "SessionOption\011System.Management.Automation.Remoting.PSSessionOption\011\011\011ComputerName=;Uri=;FilePathComputerName=;FilePathUri=\012"
   "Authentication\011System.Management.Automation.Runspaces.AuthenticationMechanism\011\011\011ComputerName=;FilePathComputerName=;Uri=;FilePathUri=\012"
   "EnableNetworkAccess\011switch\011\011s\011ComputerName=;FilePathComputerName=;Uri=;FilePathUri=\012"
   "RunAsAdministrator\011switch\011\011s\011ContainerId=;FilePathContainerId=\012"
   "HostName\011string[]\011\011\011SSHHost=m;FilePathSSHHost=m\011NotNullOrEmpty\012"
   "UserName\011string\011\011\011SSHHost=;FilePathSSHHost=\011NotNullOrEmpty\012"
   "KeyFilePath\011string\011IdentityFilePath\011\011SSHHost=;FilePathSSHHost=\011NotNullOrEmpty\012"
   "Subsystem\011string\011\011\011SSHHost=;FilePathSSHHost=\012"
   "ConnectingTimeout\011int\011\011\011SSHHost=;FilePathSSHHost=\012"
   "SSHTransport\011switch\011\011s\011SSHHost=;FilePathSSHHost=\011Set: true\012"
   "SSHConnection\011hashtable[]\011\011\011SSHHostHashParam=m;FilePathSSHHostHash=m\011NotNullOrEmpty\012"
   "Options\011hashtable\011\011\011SSHHost=;FilePathSSHHost=\011NotNullOrEmpty\012"
   "RemoteDebug\011switch\011\011s\011ComputerName=;Session=;Uri=;FilePathComputerName=;FilePathRunspace=;FilePathUri=;VMId=;VMName=;ContainerId=;FilePathVMId=;FilePathVMName=;FilePathContainerId=;SSHHost=;SSHHostHashParam=;FilePathSSHHost=;FilePathSSHHostHash=\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "ArgumentList\011System.Object[]\011Args\011\011\012"
   "VMId\011guid[]\011VMGuid\011\011VMId=mn0;FilePathVMId=mn0\011NotNullOrEmpty\012"
   "VMName\011string[]\011\011\011VMName=mn;FilePathVMName=mn\011NotNullOrEmpty\012"
   "ContainerId\011string[]\011\011\011ContainerId=mn;FilePathContainerId=mn\011NotNullOrEmpty\012"
   "CertificateThumbprint\011string\011\011\011ComputerName=;Uri="},
  {"Invoke-Expression", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.InvokeExpressionCommand", 'C',
   "\011\011\012"
   "Command\011string\011\011\011*=mp0"},
  {"Invoke-History", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.InvokeHistoryCommand", 'C',
   "\011\011S\012"
   "Id\011string\011\011\011*=n0"},
  {"Invoke-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.InvokeItemCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Invoke-RestMethod", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.InvokeRestMethodCommand", 'C',
   "StandardMethod\011\011\012"
   "FollowRelLink\011switch\011FL\011s\011\012"
   "MaximumFollowRelLink\011int\011ML\011\011\011Range: 1..2147483647\012"
   "ResponseHeadersVariable\011string\011RHV\011\011\012"
   "StatusCodeVariable\011string\011\011\011\012"
   "UseBasicParsing\011switch\011\011s\011\012"
   "Uri\011uri\011\011\011*=m0\011NotNullOrEmpty\012"
   "HttpVersion\011version\011\011\011\012"
   "WebSession\011Microsoft.PowerShell.Commands.WebRequestSession\011\011\011\012"
   "SessionVariable\011string\011SV\011\011\012"
   "AllowUnencryptedAuthentication\011switch\011\011s\011\012"
   "Authentication\011Microsoft.PowerShell.Commands.WebAuthenticationType\011\011\011\012"
   "Credential\011pscredential\011\011\011\012"
   "UseDefaultCredentials\011switch\011\011s\011\012"
   "CertificateThumbprint\011string\011\011\011\011NotNullOrEmpty\012"
   "Certificate\011X509Certificate\011\011\011\011NotNull\012"
   "SkipCertificateCheck\011switch\011\011s\011\012"
   "SslProtocol\011Microsoft.PowerShell.Commands.WebSslProtocol\011\011\011\012"
   "Token\011securestring\011\011\011\012"
   "UserAgent\011string\011\011\011\012"
   "DisableKeepAlive\011switch\011\011s\011\012"
   "ConnectionTimeoutSeconds\011int\011TimeoutSec\011\011\011Range: 0..2147483647\012"
   "OperationTimeoutSeconds\011int\011\011\011\011Range: 0..2147483647\012"
   "Headers\011System.Collections.IDictionary\011\011\011\012"
   "SkipHeaderValidation\011switch\011\011s\011\012"
   "AllowInsecureRedirect\011switch\011\011s\011\012"
   "MaximumRedirection\011int\011\011\011\011Range: 0..2147483647\012"
   "MaximumRetryCount\011int\011\011\011\011Range: 0..2147483647\012"
   "PreserveAuthorizationOnRedirect\011switch\011\011s\011\012"
   "RetryIntervalSec\011int\011\011\011\011Range: 1..2147483647\012"
   "Method\011Microsoft.PowerShell.Commands.WebRequestMethod\011\011\011StandardMethod=;StandardMethodNoProxy=\012"
   "CustomMethod\011string\011CM\011\011CustomMethod=m;CustomMethodNoProxy=m\011NotNullOrEmpty\012"
   "PreserveHttpMethodOnRedirect\011switch\011\011s\011\012"
   "UnixSocket\011System.Net.Sockets.UnixDomainSocketEndPoint\011\011\011\011NotNullOrEmpty\012"
   "NoProxy\011switch\011\011s\011CustomMethodNoProxy=m;StandardMethodNoProxy=m\012"
   "Proxy\011uri\011\011\011StandardMethod=;CustomMethod=\012"
   "ProxyCredential\011pscredential\011\011\011StandardMethod=;CustomMethod=\012"
   "ProxyUseDefaultCredentials\011switch\011\011s\011StandardMethod=;CustomMethod=\012"
   "Body\011System.Object\011\011\011*=p\012"
   "Form\011System.Collections.IDictionary\011\011\011\012"
   "ContentType\011string\011\011\011\012"
   "TransferEncoding\011string\011\011\011\011Set: chunked, compress, deflate, gzip, identity\012"
   "InFile\011string\011\011\011\011NotNullOrEmpty\012"
   "OutFile\011string\011\011\011\011NotNullOrEmpty\012"
   "PassThru\011switch\011\011s\011\012"
   "Resume\011switch\011\011s\011\012"
   "SkipHttpErrorCheck\011switch\011\011s\011"},
  {"Invoke-WebRequest", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.InvokeWebRequestCommand", 'C',
   "StandardMethod\011Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject\011\012"
   "UseBasicParsing\011switch\011\011s\011\012"
   "Uri\011uri\011\011\011*=m0\011NotNullOrEmpty\012"
   "HttpVersion\011version\011\011\011\012"
   "WebSession\011Microsoft.PowerShell.Commands.WebRequestSession\011\011\011\012"
   "SessionVariable\011string\011SV\011\011\012"
   "AllowUnencryptedAuthentication\011switch\011\011s\011\012"
   "Authentication\011Microsoft.PowerShell.Commands.WebAuthenticationType\011\011\011\012"
   "Credential\011pscredential\011\011\011\012"
   "UseDefaultCredentials\011switch\011\011s\011\012"
   "CertificateThumbprint\011string\011\011\011\011NotNullOrEmpty\012"
   "Certificate\011X509Certificate\011\011\011\011NotNull\012"
   "SkipCertificateCheck\011switch\011\011s\011\012"
   "SslProtocol\011Microsoft.PowerShell.Commands.WebSslProtocol\011\011\011\012"
   "Token\011securestring\011\011\011\012"
   "UserAgent\011string\011\011\011\012"
   "DisableKeepAlive\011switch\011\011s\011\012"
   "ConnectionTimeoutSeconds\011int\011TimeoutSec\011\011\011Range: 0..2147483647\012"
   "OperationTimeoutSeconds\011int\011\011\011\011Range: 0..2147483647\012"
   "Headers\011System.Collections.IDictionary\011\011\011\012"
   "SkipHeaderValidation\011switch\011\011s\011\012"
   "AllowInsecureRedirect\011switch\011\011s\011\012"
   "MaximumRedirection\011int\011\011\011\011Range: 0..2147483647\012"
   "MaximumRetryCount\011int\011\011\011\011Range: 0..2147483647\012"
   "PreserveAuthorizationOnRedirect\011switch\011\011s\011\012"
   "RetryIntervalSec\011int\011\011\011\011Range: 1..2147483647\012"
   "Method\011Microsoft.PowerShell.Commands.WebRequestMethod\011\011\011StandardMethod=;StandardMethodNoProxy=\012"
   "CustomMethod\011string\011CM\011\011CustomMethod=m;CustomMethodNoProxy=m\011NotNullOrEmpty\012"
   "PreserveHttpMethodOnRedirect\011switch\011\011s\011\012"
   "UnixSocket\011System.Net.Sockets.UnixDomainSocketEndPoint\011\011\011\011NotNullOrEmpty\012"
   "NoProxy\011switch\011\011s\011CustomMethodNoProxy=m;StandardMethodNoProxy=m\012"
   "Proxy\011uri\011\011\011StandardMethod=;CustomMethod=\012"
   "ProxyCredential\011pscredential\011\011\011StandardMethod=;CustomMethod=\012"
   "ProxyUseDefaultCredentials\011switch\011\011s\011StandardMethod=;CustomMethod=\012"
   "Body\011System.Object\011\011\011*=p\012"
   "Form\011System.Collections.IDictionary\011\011\011\012"
   "ContentType\011string\011\011\011\012"
   "TransferEncoding\011string\011\011\011\011Set: chunked, compress, deflate, gzip, identity\012"
   "InFile\011string\011\011\011\011NotNullOrEmpty\012"
   "OutFile\011string\011\011\011\011NotNullOrEmpty\012"
   "PassThru\011switch\011\011s\011\012"
   "Resume\011switch\011\011s\011\012"
   "SkipHttpErrorCheck\011switch\011\011s\011"},
  {"Join-Path", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.JoinPathCommand", 'C',
   "\011System.String\011\012"
   "Path\011string[]\011PSPath\011\011*=mpn0\012"
   "ChildPath\011string[]\011\011\011*=mn1\011AllowNull\011AllowEmptyString\011AllowEmptyCollection\012"
   "AdditionalChildPath\011string[]\011\011\011*=nr2\011AllowNull\011AllowEmptyString\011AllowEmptyCollection\012"
   "Resolve\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Join-String", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.Utility.JoinStringCommand", 'C',
   "default\011System.String\011\012"
   "Property\011pspropertyexpression\011\011\011*=0\012"
   "Separator\011string\011\011\011*=1\011AllowEmptyString\012"
   "OutputPrefix\011string\011op\011\011\012"
   "OutputSuffix\011string\011os\011\011\012"
   "SingleQuote\011switch\011\011s\011SingleQuote=\012"
   "DoubleQuote\011switch\011\011s\011DoubleQuote=\012"
   "FormatString\011string\011\011\011Format=\012"
   "UseCulture\011switch\011\011s\011\012"
   "InputObject\011psobject[]\011\011\011*=p"},
  {"Measure-Command", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.MeasureCommandCommand", 'C',
   "\011System.TimeSpan\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Expression\011scriptblock\011\011\011*=m0"},
  {"Measure-Object", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.MeasureObjectCommand", 'C',
   "GenericMeasure\011Microsoft.PowerShell.Commands.GenericMeasureInfo;Microsoft.PowerShell.Commands.TextMeasureInfo;Microsoft.PowerShell.Commands.GenericObjectMeasureInfo\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Property\011pspropertyexpression[]\011\011\011*=0\011NotNullOrEmpty\012"
   "StandardDeviation\011switch\011\011s\011GenericMeasure=\012"
   "Sum\011switch\011\011s\011GenericMeasure=\012"
   "AllStats\011switch\011\011s\011GenericMeasure=\012"
   "Average\011switch\011\011s\011GenericMeasure=\012"
   "Maximum\011switch\011\011s\011GenericMeasure=\012"
   "Minimum\011switch\011\011s\011GenericMeasure=\012"
   "Line\011switch\011\011s\011TextMeasure=\012"
   "Word\011switch\011\011s\011TextMeasure=\012"
   "Character\011switch\011\011s\011TextMeasure=\012"
   "IgnoreWhiteSpace\011switch\011\011s\011TextMeasure="},
  {"Move-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.MoveItemCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Destination\011string\011\011\011*=n1\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Move-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.MoveItemPropertyCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string[]\011PSProperty\011\011*=mn2\012"
   "Destination\011string\011\011\011*=mn1\012"
   "PassThru\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"New-Alias", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.NewAliasCommand", 'C',
   "\011System.Management.Automation.AliasInfo\011S\012"
   "Name\011string\011\011\011*=mn0\012"
   "Value\011string\011\011\011*=mn1\012"
   "Description\011string\011\011\011\012"
   "Option\011System.Management.Automation.ScopedItemOptions\011\011\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Scope\011string\011\011\011\012"
   "Force\011switch\011\011s\011"},
  {"New-Event", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.NewEventCommand", 'C',
   "\011System.Management.Automation.PSEventArgs\011\012"
   "SourceIdentifier\011string\011\011\011*=m0\012"
   "Sender\011psobject\011\011\011*=1\012"
   "EventArguments\011psobject[]\011\011\011*=2\012"
   "MessageData\011psobject\011\011\011*=3"},
  {"New-Guid", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.NewGuidCommand", 'C',
   "Default\011System.Guid\011\012"
   "Empty\011switch\011\011s\011Empty=\012"
   "InputObject\011string\011\011\011InputObject=p0"},
  {"New-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.NewItemCommand", 'C',
   "pathSet\011System.String;System.IO.FileInfo;System.IO.DirectoryInfo\011S\012"
   "Path\011string[]\011\011\011pathSet=mn0;nameSet=n0\012"
   "Name\011string\011\011\011nameSet=mn\011AllowNull\011AllowEmptyString\012"
   "ItemType\011string\011Type\011\011*=n\012"
   "Value\011System.Object\011Target\011\011*=pn\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"New-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.NewItemPropertyCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=m0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string\011PSProperty\011\011*=mn1\012"
   "PropertyType\011string\011Type\011\011*=n\012"
   "Value\011System.Object\011\011\011*=n\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"New-Module", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.NewModuleCommand", 'C',
   "ScriptBlock\011System.Management.Automation.PSModuleInfo\011\012"
   "Name\011string\011\011\011Name=mp0\012"
   "ScriptBlock\011scriptblock\011\011\011Name=m1;ScriptBlock=m0\011NotNull\012"
   "Function\011string[]\011\011\011\011NotNull\012"
   "Cmdlet\011string[]\011\011\011\011NotNull\012"
   "ReturnResult\011switch\011\011s\011\012"
   "AsCustomObject\011switch\011\011s\011\012"
   "ArgumentList\011System.Object[]\011Args\011\011*=r"},
  {"New-ModuleManifest", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.NewModuleManifestCommand", 'C',
   "\011System.String\011S\012"
   "Path\011string\011\011\011*=m0\012"
   "NestedModules\011System.Object[]\011\011\011\011AllowEmptyCollection\012"
   "Guid\011guid\011\011\011\012"
   "Author\011string\011\011\011\011AllowEmptyString\012"
   "CompanyName\011string\011\011\011\011AllowEmptyString\012"
   "Copyright\011string\011\011\011\011AllowEmptyString\012"
   "RootModule\011string\011ModuleToProcess\011\011\011AllowEmptyString\012"
   "ModuleVersion\011version\011\011\011\011NotNull\012"
   "Description\011string\011\011\011\011AllowEmptyString\012"
   "ProcessorArchitecture\011System.Reflection.ProcessorArchitecture\011\011\011\012"
   "PowerShellVersion\011version\011\011\011\012"
   "ClrVersion\011version\011\011\011\012"
   "DotNetFrameworkVersion\011version\011\011\011\012"
   "PowerShellHostName\011string\011\011\011\012"
   "PowerShellHostVersion\011version\011\011\011\012"
   "RequiredModules\011System.Object[]\011\011\011\012"
   "TypesToProcess\011string[]\011\011\011\011AllowEmptyCollection\012"
   "FormatsToProcess\011string[]\011\011\011\011AllowEmptyCollection\012"
   "ScriptsToProcess\011string[]\011\011\011\011AllowEmptyCollection\012"
   "RequiredAssemblies\011string[]\011\011\011\011AllowEmptyCollection\012"
   "FileList\011string[]\011\011\011\011AllowEmptyCollection\012"
   "ModuleList\011System.Object[]\011\011\011\011AllowEmptyCollection\012"
   "FunctionsToExport\011string[]\011\011\011\011AllowEmptyCollection\012"
   "AliasesToExport\011string[]\011\011\011\011AllowEmptyCollection\012"
   "VariablesToExport\011string[]\011\011\011\011AllowEmptyCollection\012"
   "CmdletsToExport\011string[]\011\011\011\011AllowEmptyCollection\012"
   "DscResourcesToExport\011string[]\011\011\011\011AllowEmptyCollection\012"
   "CompatiblePSEditions\011string[]\011\011\011\011AllowEmptyCollection\011Set: Desktop, Core\012"
   "PrivateData\011System.Object\011\011\011\011AllowNull\012"
   "Tags\011string[]\011\011\011\011NotNullOrEmpty\012"
   "ProjectUri\011uri\011\011\011\011NotNullOrEmpty\012"
   "LicenseUri\011uri\011\011\011\011NotNullOrEmpty\012"
   "IconUri\011uri\011\011\011\011NotNullOrEmpty\012"
   "ReleaseNotes\011string\011\011\011\011NotNullOrEmpty\012"
   "Prerelease\011string\011\011\011\011NotNullOrEmpty\012"
   "RequireLicenseAcceptance\011switch\011\011s\011\012"
   "ExternalModuleDependencies\011string[]\011\011\011\011NotNullOrEmpty\012"
   "HelpInfoUri\011string\011\011\011\011AllowNull\012"
   "PassThru\011switch\011\011s\011\012"
   "DefaultCommandPrefix\011string\011\011\011\011AllowNull"},
  {"New-Object", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.NewObjectCommand", 'C',
   "Net\011\011\012"
   "TypeName\011string\011\011\011Net=m0\012"
   "ArgumentList\011System.Object[]\011Args\011\011Net=1\012"
   "Strict\011switch\011\011s\011Com=\012"
   "Property\011System.Collections.IDictionary\011\011\011"},
  {"New-PSDrive", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.NewPSDriveCommand", 'C',
   "\011\011S\012"
   "Name\011string\011\011\011*=mn0\012"
   "PSProvider\011string\011\011\011*=mn1\012"
   "Root\011string\011\011\011*=mn2\011AllowEmptyString\012"
   "Description\011string\011\011\011*=n\012"
   "Scope\011string\011\011\011*=n\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"New-PSRoleCapabilityFile", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.NewPSRoleCapabilityFileCommand", 'C',
   "\011\011\012"
   "Path\011string\011\011\011*=m0\011NotNullOrEmpty\012"
   "Guid\011guid\011\011\011\012"
   "Author\011string\011\011\011\012"
   "Description\011string\011\011\011\012"
   "CompanyName\011string\011\011\011\012"
   "Copyright\011string\011\011\011\012"
   "ModulesToImport\011System.Object[]\011\011\011\012"
   "VisibleAliases\011string[]\011\011\011\012"
   "VisibleCmdlets\011System.Object[]\011\011\011\012"
   "VisibleFunctions\011System.Object[]\011\011\011\012"
   "VisibleExternalCommands\011string[]\011\011\011\012"
   "VisibleProviders\011string[]\011\011\011\012"
   "ScriptsToProcess\011string[]\011\011\011\012"
   "AliasDefinitions\011System.Collections.IDictionary[]\011\011\011\012"
   "FunctionDefinitions\011System.Collections.IDictionary[]\011\011\011\012"
   "VariableDefinitions\011System.Object\011\011\011\012"
   "EnvironmentVariables\011System.Collections.IDictionary\011\011\011\012"
   "TypesToProcess\011string[]\011\011\011\012"
   "FormatsToProcess\011string[]\011\011\011\012"
   "AssembliesToLoad\011string[]\011\011\011"},
  {"New-PSSession", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.NewPSSessionCommand", 'C',
   "ComputerName\011System.Management.Automation.Runspaces.PSSession\011\012"
   "ComputerName\011string[]\011Cn\011\011ComputerName=pn0\011NotNullOrEmpty\012"
   "Credential\011pscredential\011\011\011ComputerName=n;Uri=n;VMId=mn;VMName=mn\012"
   "Session\011System.Management.Automation.Runspaces.PSSession[]\011\011\011Session=pn0\011NotNullOrEmpty\012"
   "Name\011string[]\011\011\011\012"
   "EnableNetworkAccess\011switch\011\011s\011ComputerName=;Session=;Uri=\012"
   "ConfigurationName\011string\011\011\011ComputerName=n;Uri=n;ContainerId=n;VMId=n;VMName=n\012"
   "UseWindowsPowerShell\011switch\011\011s\011UseWindowsPowerShellParameterSet=m\012"
   "VMId\011guid[]\011VMGuid\011\011VMId=mn0\011NotNullOrEmpty\012"
   "VMName\011string[]\011\011\011VMName=mn\011NotNullOrEmpty\012"
   "ContainerId\011string[]\011\011\011ContainerId=mn\011NotNullOrEmpty\012"
   "RunAsAdministrator\011switch\011\011s\011ContainerId=\012"
   "Port\011int\011\011\011ComputerName=;SSHHost=\011Range: 1..65535\012"
   "UseSSL\011switch\011\011s\011ComputerName=\012"
   "ApplicationName\011string\011\011\011ComputerName=n\012"
   "ThrottleLimit\011int\011\011\011ComputerName=;Session=;Uri=;ContainerId=;VMId=;VMName=\012"
   "ConnectionUri\011uri[]\011URI,CU\011\011Uri=mn0\011NotNullOrEmpty\012"
   "AllowRedirection\011switch\011\011s\011Uri=\012"
   "SessionOption\011System.Management.Automation.Remoting.PSSessionOption\011\011\011ComputerName=;Uri=\011NotNull\012"
   "Authentication\011System.Management.Automation.Runspaces.AuthenticationMechanism\011\011\011ComputerName=;Uri=\012"
   "CertificateThumbprint\011string\011\011\011ComputerName=;Uri=\012"
   "HostName\011string[]\011\011\011SSHHost=m0\011NotNullOrEmpty\012"
   "UserName\011string\011\011\011SSHHost=\011NotNullOrEmpty\012"
   "KeyFilePath\011string\011IdentityFilePath\011\011SSHHost=\011NotNullOrEmpty\012"
   "Subsystem\011string\011\011\011SSHHost=n\012"
   "ConnectingTimeout\011int\011\011\011SSHHost=\012"
   "SSHTransport\011switch\011\011s\011SSHHost=\011Set: true\012"
   "SSHConnection\011hashtable[]\011\011\011SSHHostHashParam=m\011NotNullOrEmpty\012"
   "Options\011hashtable\011\011\011SSHHost=\011NotNullOrEmpty"},
  {"New-PSSessionConfigurationFile", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.NewPSSessionConfigurationFileCommand", 'C',
   "\011\011\012"
   "Path\011string\011\011\011*=m0\011NotNullOrEmpty\012"
   "SchemaVersion\011version\011\011\011\011NotNull\012"
   "Guid\011guid\011\011\011\012"
   "Author\011string\011\011\011\012"
   "Description\011string\011\011\011\012"
   "CompanyName\011string\011\011\011\012"
   "Copyright\011string\011\011\011\012"
   "SessionType\011System.Management.Automation.Remoting.SessionType\011\011\011\012"
   "TranscriptDirectory\011string\011\011\011\012"
   "RunAsVirtualAccount\011switch\011\011s\011\012"
   "RunAsVirtualAccountGroups\011string[]\011\011\011\012"
   "MountUserDrive\011switch\011\011s\011\012"
   "UserDriveMaximumSize\011long\011\011\011\012"
   "GroupManagedServiceAccount\011string\011\011\011\012"
   "ScriptsToProcess\011string[]\011\011\011\012"
   "RoleDefinitions\011System.Collections.IDictionary\011\011\011\012"
   "RequiredGroups\011System.Collections.IDictionary\011\011\011\012"
   "LanguageMode\011System.Management.Automation.PSLanguageMode\011\011\011\012"
   "ExecutionPolicy\011Microsoft.PowerShell.ExecutionPolicy\011\011\011\012"
   "PowerShellVersion\011version\011\011\011\012"
   "ModulesToImport\011System.Object[]\011\011\011\012"
   "VisibleAliases\011string[]\011\011\011\012"
   "VisibleCmdlets\011System.Object[]\011\011\011\012"
   "VisibleFunctions\011System.Object[]\011\011\011\012"
   "VisibleExternalCommands\011string[]\011\011\011\012"
   "VisibleProviders\011string[]\011\011\011\012"
   "AliasDefinitions\011System.Collections.IDictionary[]\011\011\011\012"
   "FunctionDefinitions\011System.Collections.IDictionary[]\011\011\011\012"
   "VariableDefinitions\011System.Object\011\011\011\012"
   "EnvironmentVariables\011System.Collections.IDictionary\011\011\011\012"
   "TypesToProcess\011string[]\011\011\011\012"
   "FormatsToProcess\011string[]\011\011\011\012"
   "AssembliesToLoad\011string[]\011\011\011\012"
   "Full\011switch\011\011s\011"},
  {"New-PSSessionOption", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.NewPSSessionOptionCommand", 'C',
   "\011System.Management.Automation.Remoting.PSSessionOption\011\012"
   "SkipCACheck\011switch\011\011s\011\012"
   "SkipCNCheck\011switch\011\011s\011"},
  {"New-PSTransportOption", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.NewPSTransportOptionCommand", 'C',
   "\011Microsoft.PowerShell.Commands.WSManConfigurationOption\011\012"
   "MaxIdleTimeoutSec\011System.Nullable[int]\011\011\011*=n\011Range: 60..2147483\012"
   "ProcessIdleTimeoutSec\011System.Nullable[int]\011\011\011*=n\011Range: 0..1209600\012"
   "MaxSessions\011System.Nullable[int]\011\011\011*=n\011Range: 1..2147483647\012"
   "MaxConcurrentCommandsPerSession\011System.Nullable[int]\011\011\011*=n\011Range: 1..2147483647\012"
   "MaxSessionsPerUser\011System.Nullable[int]\011\011\011*=n\011Range: 1..2147483647\012"
   "MaxMemoryPerSessionMB\011System.Nullable[int]\011\011\011*=n\011Range: 5..2147483647\012"
   "MaxProcessesPerSession\011System.Nullable[int]\011\011\011*=n\011Range: 1..2147483647\012"
   "MaxConcurrentUsers\011System.Nullable[int]\011\011\011*=n\011Range: 1..100\012"
   "IdleTimeoutSec\011System.Nullable[int]\011\011\011*=n\011Range: 60..2147483\012"
   "OutputBufferingMode\011System.Nullable[System.Management.Automation.Runspaces.OutputBufferingMode]\011\011\011*=n"},
  {"New-TemporaryFile", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.NewTemporaryFileCommand", 'C',
   "\011System.IO.FileInfo\011S"},
  {"New-TimeSpan", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.NewTimeSpanCommand", 'C',
   "Date\011System.TimeSpan\011\012"
   "Start\011datetime\011LastWriteTime\011\011Date=pn0\012"
   "End\011datetime\011\011\011Date=n1\012"
   "Days\011int\011\011\011Time=\012"
   "Hours\011int\011\011\011Time=\012"
   "Minutes\011int\011\011\011Time=\012"
   "Seconds\011int\011\011\011Time=\012"
   "Milliseconds\011int\011\011\011Time="},
  {"New-Variable", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.NewVariableCommand", 'C',
   "\011System.Management.Automation.PSVariable\011S\012"
   "Name\011string\011\011\011*=mn0\012"
   "Value\011System.Object\011\011\011*=pn1\012"
   "Description\011string\011\011\011\012"
   "Option\011System.Management.Automation.ScopedItemOptions\011\011\011\012"
   "Visibility\011System.Management.Automation.SessionStateEntryVisibility\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Scope\011string\011\011\011\011NotNullOrEmpty"},
  {"oss", "", "", 'F',
   "\011\011\012"
   "Width\011int\011\011\011*=0\011Range: 2..2147483647\012"
   "InputObject\011psobject\011\011\011*=p1"},
  {"Out-Default", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.OutDefaultCommand", 'C',
   "\011\011\012"
   "Transcript\011switch\011\011s\011\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Out-File", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.OutFileCommand", 'C',
   "ByPath\011\011S\012"
   "FilePath\011string\011Path\011\011ByPath=m0\012"
   "LiteralPath\011string\011PSPath,LP\011\011ByLiteralPath=mn\012"
   "Encoding\011System.Text.Encoding\011\011\011*=1\011NotNullOrEmpty\012"
   "Append\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "NoClobber\011switch\011NoOverwrite\011s\011\012"
   "Width\011int\011\011\011\011Range: 2..2147483647\012"
   "NoNewline\011switch\011\011s\011\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Out-Host", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.OutHostCommand", 'C',
   "\011\011\012"
   "Paging\011switch\011\011s\011\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Out-Null", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.OutNullCommand", 'C',
   "\011\011\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Out-String", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.OutStringCommand", 'C',
   "NoNewLineFormatting\011System.String\011\012"
   "Stream\011switch\011\011s\011StreamFormatting=\012"
   "Width\011int\011\011\011\011Range: 2..2147483647\012"
   "NoNewline\011switch\011\011s\011NoNewLineFormatting=\012"
   "InputObject\011psobject\011\011\011*=p"},
  {"Pause", "", "", 'F',
   "\011\011"},
  {"Pop-Location", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.PopLocationCommand", 'C',
   "\011System.Management.Automation.PathInfo\011\012"
   "PassThru\011switch\011\011s\011\012"
   "StackName\011string\011\011\011*=n"},
  {"prompt", "", "", 'F',
   "\011\011"},
  {"Protect-CmsMessage", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.ProtectCmsMessageCommand", 'C',
   "ByContent\011System.String\011\012"
   "To\011System.Management.Automation.CmsMessageRecipient[]\011\011\011*=m0\012"
   "Content\011psobject\011\011\011ByContent=mp1\011AllowNull\011AllowEmptyString\012"
   "Path\011string\011\011\011ByPath=m1\012"
   "LiteralPath\011string\011\011\011ByLiteralPath=m1\012"
   "OutFile\011string\011\011\011*=2"},
  {"Push-Location", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.PushLocationCommand", 'C',
   "Path\011System.Management.Automation.PathInfo\011\012"
   "Path\011string\011\011\011Path=pn0\012"
   "LiteralPath\011string\011PSPath,LP\011\011LiteralPath=n\012"
   "PassThru\011switch\011\011s\011\012"
   "StackName\011string\011\011\011*=n"},
  {"Read-Host", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ReadHostCommand", 'C',
   "AsString\011System.String;System.Security.SecureString\011\012"
   "Prompt\011System.Object\011\011\011*=r0\011AllowNull\012"
   "AsSecureString\011switch\011\011s\011AsSecureString=\012"
   "MaskInput\011switch\011\011s\011AsString="},
  {"Receive-Job", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.ReceiveJobCommand", 'C',
   "Location\011\011\012"
   "Job\011System.Management.Automation.Job[]\011\011\011ComputerName=mpn0;Session=mpn0;Location=mpn0\012"
   "ComputerName\011string[]\011Cn\011\011ComputerName=n1\011NotNullOrEmpty\012"
   "Location\011string[]\011\011\011Location=1\011NotNullOrEmpty\012"
   "Session\011System.Management.Automation.Runspaces.PSSession[]\011\011\011Session=n1\011NotNull\012"
   "Keep\011switch\011\011s\011\012"
   "NoRecurse\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Wait\011switch\011\011s\011\012"
   "AutoRemoveJob\011switch\011\011s\011\012"
   "WriteEvents\011switch\011\011s\011\012"
   "WriteJobInResults\011switch\011\011s\011\012"
   "Name\011string[]\011\011\011NameParameterSet=mn0\011NotNullOrEmpty\012"
   "InstanceId\011guid[]\011\011\011InstanceIdParameterSet=mn0\011NotNullOrEmpty\012"
   "Id\011int[]\011\011\011SessionIdParameterSet=mn0\011NotNullOrEmpty"},
  {"Register-ArgumentCompleter", "Microsoft.PowerShell.Core", "System.Management.Automation.RegisterArgumentCompleterCommand", 'C',
   "\011\011\012"
   "CommandName\011string[]\011\011\011NativeCommandSet=m;PowerShellSet=\012"
   "ParameterName\011string\011\011\011PowerShellSet=m\012"
   "ScriptBlock\011scriptblock\011\011\011*=m\011AllowNull\012"
   "Native\011switch\011\011s\011NativeCommandSet=\012"
   "NativeFallback\011switch\011\011s\011NativeFallbackSet="},
  {"Register-EngineEvent", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.RegisterEngineEventCommand", 'C',
   "\011System.Management.Automation.PSEventJob\011\012"
   "SourceIdentifier\011string\011\011\011*=m100\012"
   "Action\011scriptblock\011\011\011*=101\012"
   "MessageData\011psobject\011\011\011\012"
   "SupportEvent\011switch\011\011s\011\012"
   "Forward\011switch\011\011s\011\012"
   "MaxTriggerCount\011int\011\011\011"},
  {"Register-ObjectEvent", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.RegisterObjectEventCommand", 'C',
   "\011System.Management.Automation.PSEventJob\011\012"
   "InputObject\011psobject\011\011\011*=m0\012"
   "EventName\011string\011\011\011*=m1\012"
   "SourceIdentifier\011string\011\011\011*=100\012"
   "Action\011scriptblock\011\011\011*=101\012"
   "MessageData\011psobject\011\011\011\012"
   "SupportEvent\011switch\011\011s\011\012"
   "Forward\011switch\011\011s\011\012"
   "MaxTriggerCount\011int\011\011\011"},
  {"Remove-Alias", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.RemoveAliasCommand", 'C',
   "Default\011\011\012"
   "Name\011string[]\011\011\011*=mpn0\012"
   "Scope\011string\011\011\011\012"
   "Force\011switch\011\011s\011"},
  {"Remove-Event", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.RemoveEventCommand", 'C',
   "BySource\011\011S\012"
   "SourceIdentifier\011string\011\011\011BySource=m0\012"
   "EventIdentifier\011int\011\011\011ByIdentifier=mn0"},
  {"Remove-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.RemoveItemCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Recurse\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Remove-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.RemoveItemPropertyCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string[]\011PSProperty\011\011*=mn1\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Remove-Job", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.RemoveJobCommand", 'C',
   "SessionIdParameterSet\011System.Management.Automation.Job\011S\012"
   "Job\011System.Management.Automation.Job[]\011\011\011JobParameterSet=mpn0\011NotNullOrEmpty\012"
   "Force\011switch\011F\011s\011InstanceIdParameterSet=;JobParameterSet=;NameParameterSet=;SessionIdParameterSet=;FilterParameterSet=\012"
   "Name\011string[]\011\011\011NameParameterSet=mn0\011NotNullOrEmpty\012"
   "InstanceId\011guid[]\011\011\011InstanceIdParameterSet=mn0\011NotNullOrEmpty\012"
   "Id\011int[]\011\011\011SessionIdParameterSet=mn0\011NotNullOrEmpty\012"
   "State\011System.Management.Automation.JobState\011\011\011StateParameterSet=mn0\012"
   "Command\011string[]\011\011\011CommandParameterSet=n\011NotNullOrEmpty\012"
   "Filter\011hashtable\011\011\011FilterParameterSet=mn0\011NotNullOrEmpty"},
  {"Remove-Module", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.RemoveModuleCommand", 'C',
   "\011\011S\012"
   "Name\011string[]\011\011\011name=mp0\012"
   "FullyQualifiedName\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011FullyQualifiedName=mp0\012"
   "ModuleInfo\011psmoduleinfo[]\011\011\011ModuleInfo=mp0\012"
   "Force\011switch\011\011s\011"},
  {"Remove-PSBreakpoint", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.RemovePSBreakpointCommand", 'C',
   "Breakpoint\011\011S\012"
   "Breakpoint\011System.Management.Automation.Breakpoint[]\011\011\011Breakpoint=mp0\011NotNull\012"
   "Id\011int[]\011\011\011Id=mn0\011NotNull\012"
   "Runspace\011runspace\011RunspaceId\011\011Id=n"},
  {"Remove-PSDrive", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.RemovePSDriveCommand", 'C',
   "Name\011\011S\012"
   "Name\011string[]\011\011\011Name=mn0\011AllowNull\011AllowEmptyCollection\012"
   "LiteralName\011string[]\011\011\011LiteralName=mn0\012"
   "PSProvider\011string[]\011\011\011*=n\012"
   "Scope\011string\011\011\011*=n\012"
   "Force\011switch\011\011s\011"},
  {"Remove-PSSession", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.RemovePSSessionCommand", 'C',
   "Id\011\011S\012"
   "Session\011System.Management.Automation.Runspaces.PSSession[]\011\011\011Session=mpn0\012"
   "ContainerId\011string[]\011\011\011ContainerId=mn\011NotNullOrEmpty\012"
   "VMId\011guid[]\011VMGuid\011\011VMId=mn\011NotNullOrEmpty\012"
   "VMName\011string[]\011\011\011VMName=mn\011NotNullOrEmpty\012"
   "InstanceId\011guid[]\011\011\011InstanceId=mn\011NotNull\012"
   "Id\011int[]\011\011\011Id=mn0\011NotNull\012"
   "Name\011string[]\011\011\011Name=mn\011NotNullOrEmpty\012"
   "ComputerName\011string[]\011Cn\011\011ComputerName=mn0\011NotNullOrEmpty"},
  {"Remove-TypeData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.RemoveTypeDataCommand", 'C',
   "RemoveTypeDataSet\011\011S\012"
   "TypeName\011string\011\011\011RemoveTypeSet=mpn0\011NotNullOrEmpty\012"
   "Path\011string[]\011\011\011RemoveFileSet=m\011NotNullOrEmpty\012"
   "TypeData\011System.Management.Automation.Runspaces.TypeData\011\011\011RemoveTypeDataSet=mp"},
  {"Remove-Variable", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.RemoveVariableCommand", 'C',
   "\011\011S\012"
   "Name\011string[]\011\011\011*=mn0\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Scope\011string\011\011\011\011NotNullOrEmpty"},
  {"Rename-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.RenameItemCommand", 'C',
   "ByPath\011\011S\012"
   "Path\011string\011\011\011ByPath=mpn0\012"
   "LiteralPath\011string\011PSPath,LP\011\011ByLiteralPath=mn\012"
   "NewName\011string\011\011\011*=mn1\012"
   "Force\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Rename-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.RenameItemPropertyCommand", 'C',
   "Path\011\011S\012"
   "Path\011string\011\011\011Path=mpn0\012"
   "LiteralPath\011string\011PSPath,LP\011\011LiteralPath=mn\012"
   "Name\011string\011PSProperty\011\011*=mn1\012"
   "NewName\011string\011\011\011*=mn2\012"
   "PassThru\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Resolve-Path", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.ResolvePathCommand", 'C',
   "Path\011System.String;System.Management.Automation.PathInfo\011\012"
   "Path\011string[]\011\011\011Path=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Relative\011switch\011\011s\011Path=;LiteralPath=\012"
   "RelativeBasePath\011string\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Restart-Computer", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.RestartComputerCommand", 'C',
   "\011\011S"},
  {"Save-Help", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.SaveHelpCommand", 'C',
   "Path\011\011\012"
   "DestinationPath\011string[]\011Path\011\011Path=m0\011NotNull\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=m\011NotNull\012"
   "Module\011psmoduleinfo[]\011Name\011\011Path=pn1;LiteralPath=pn1\011NotNull\012"
   "FullyQualifiedModule\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011Path=n;LiteralPath=n\011NotNull\012"
   "UICulture\011cultureinfo[]\011\011\011*=2\011NotNull\012"
   "Credential\011pscredential\011\011\011\012"
   "UseDefaultCredentials\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Scope\011Microsoft.PowerShell.Commands.UpdateHelpScope\011\011\011*=n"},
  {"Select-Object", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SelectObjectCommand", 'C',
   "DefaultParameter\011\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Property\011System.Object[]\011\011\011DefaultParameter=0;SkipLastParameter=0\012"
   "ExcludeProperty\011string[]\011\011\011DefaultParameter=;SkipLastParameter=\012"
   "ExpandProperty\011string\011\011\011DefaultParameter=;SkipLastParameter=\012"
   "Unique\011switch\011\011s\011\012"
   "CaseInsensitive\011switch\011\011s\011\012"
   "Last\011int\011\011\011DefaultParameter=\011Range: 0..2147483647\012"
   "First\011int\011\011\011DefaultParameter=\011Range: 0..2147483647\012"
   "Skip\011int\011\011\011DefaultParameter=;SkipLastParameter=\011Range: 0..2147483647\012"
   "SkipLast\011int\011\011\011SkipLastParameter=\011Range: 0..2147483647\012"
   "Wait\011switch\011\011s\011DefaultParameter=;IndexParameter=\012"
   "Index\011int[]\011\011\011IndexParameter=\011Range: 0..2147483647\012"
   "SkipIndex\011int[]\011\011\011SkipIndexParameter=\011Range: 0..2147483647"},
  {"Select-String", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SelectStringCommand", 'C',
   "File\011System.Boolean;Microsoft.PowerShell.Commands.MatchInfo;System.String\011\012"
   "Culture\011string\011\011\011\011Cultures: Ordinal, Invariant, Current\011NotNull\012"
   "InputObject\011psobject\011\011\011Object=mp;ObjectRaw=mp\011AllowNull\011AllowEmptyString\012"
   "Pattern\011string[]\011\011\011*=m0\012"
   "Path\011string[]\011\011\011File=mn1;FileRaw=mn1\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralFile=mn;LiteralFileRaw=mn\012"
   "Raw\011switch\011\011s\011ObjectRaw=m;FileRaw=m;LiteralFileRaw=m\012"
   "SimpleMatch\011switch\011\011s\011\012"
   "CaseSensitive\011switch\011\011s\011\012"
   "Quiet\011switch\011\011s\011Object=;File=;LiteralFile=\012"
   "List\011switch\011\011s\011\012"
   "NoEmphasis\011switch\011\011s\011\012"
   "Include\011string[]\011\011\011\011NotNullOrEmpty\012"
   "Exclude\011string[]\011\011\011\011NotNullOrEmpty\012"
   "NotMatch\011switch\011\011s\011\012"
   "AllMatches\011switch\011\011s\011\012"
   "Encoding\011System.Text.Encoding\011\011\011\011NotNullOrEmpty\012"
   "Context\011int[]\011\011\011\011NotNullOrEmpty\011Count: 1..2\011Range: 0..2147483647"},
  {"Select-Xml", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SelectXmlCommand", 'C',
   "Xml\011Microsoft.PowerShell.Commands.SelectXmlInfo\011\012"
   "Path\011string[]\011\011\011Path=mn1\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\011NotNullOrEmpty\012"
   "Xml\011System.Xml.XmlNode[]\011Node\011\011Xml=mpn1\011NotNullOrEmpty\012"
   "Content\011string[]\011\011\011Content=mp\011NotNullOrEmpty\012"
   "XPath\011string\011\011\011*=m0\011NotNullOrEmpty\012"
   "Namespace\011hashtable\011\011\011\011NotNullOrEmpty"},
  {"Send-MailMessage", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SendMailMessage", 'C',
   "\011\011\012"
   "Attachments\011string[]\011PsPath\011\011*=pn\011NotNullOrEmpty\012"
   "Bcc\011string[]\011\011\011*=n\011NotNullOrEmpty\012"
   "Body\011string\011\011\011*=n2\011NotNullOrEmpty\012"
   "BodyAsHtml\011switch\011BAH\011s\011*=n\012"
   "Encoding\011System.Text.Encoding\011BE\011\011*=n\011NotNullOrEmpty\012"
   "Cc\011string[]\011\011\011*=n\011NotNullOrEmpty\012"
   "DeliveryNotificationOption\011System.Net.Mail.DeliveryNotificationOptions\011DNO\011\011*=n\011NotNullOrEmpty\012"
   "From\011string\011\011\011*=mn\011NotNullOrEmpty\012"
   "SmtpServer\011string\011ComputerName\011\011*=n3\011NotNullOrEmpty\012"
   "Priority\011System.Net.Mail.MailPriority\011\011\011*=n\011NotNullOrEmpty\012"
   "ReplyTo\011string[]\011\011\011*=n\012"
   "Subject\011string\011sub\011\011*=n1\012"
   "To\011string[]\011\011\011*=mn0\011NotNullOrEmpty\012"
   "Credential\011pscredential\011\011\011*=n\011NotNullOrEmpty\012"
   "UseSsl\011switch\011\011s\011*=n\012"
   "Port\011int\011\011\011*=n\011Range: 0..2147483647"},
  {"Set-Alias", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SetAliasCommand", 'C',
   "\011System.Management.Automation.AliasInfo\011S\012"
   "Name\011string\011\011\011*=mn0\012"
   "Value\011string\011\011\011*=mn1\012"
   "Description\011string\011\011\011\012"
   "Option\011System.Management.Automation.ScopedItemOptions\011\011\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Scope\011string\011\011\011\012"
   "Force\011switch\011\011s\011"},
  {"Set-Clipboard", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.SetClipboardCommand", 'C',
   "\011System.String\011S\012"
   "Value\011string[]\011\011\011*=mpn0\011AllowNull\011AllowEmptyCollection\011AllowEmptyString\012"
   "Append\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "AsOSC52\011switch\011ToLocalhost\011s\011"},
  {"Set-Content", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.SetContentCommand", 'C',
   "Path\011\011S\012"
   "Value\011System.Object[]\011\011\011*=mpn1\011AllowNull\011AllowEmptyCollection\012"
   "PassThru\011switch\011\011s\011\012"
   "Path\011string[]\011\011\011Path=mn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n\012"
   "NoNewline\011switch\011\011sd\011\012"
   "Encoding\011System.Text.Encoding\011\011d\011\011NotNullOrEmpty\012"
   "AsByteStream\011switch\011\011sd\011"},
  {"Set-Date", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SetDateCommand", 'C',
   "Date\011System.DateTime\011S\012"
   "Date\011datetime\011\011\011Date=mpn0\012"
   "Adjust\011timespan\011\011\011Adjust=mn0\011AllowNull\012"
   "DisplayHint\011Microsoft.PowerShell.Commands.DisplayHintType\011\011\011"},
  {"Set-ExecutionPolicy", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.SetExecutionPolicyCommand", 'C',
   "\011\011S\012"
   "ExecutionPolicy\011Microsoft.PowerShell.ExecutionPolicy\011\011\011*=mp0\012"
   "Scope\011Microsoft.PowerShell.ExecutionPolicyScope\011\011\011*=n1\012"
   "Force\011switch\011\011s\011"},
  {"Set-Item", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.SetItemCommand", 'C',
   "Path\011\011S\012"
   "Path\011string[]\011\011\011Path=mn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "Value\011System.Object\011\011\011*=pn1\012"
   "Force\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Set-ItemProperty", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.SetItemPropertyCommand", 'C',
   "propertyValuePathSet\011\011S\012"
   "Path\011string[]\011\011\011propertyPSObjectPathSet=mn0;propertyValuePathSet=mn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011propertyValueLiteralPathSet=mn;propertyPSObjectLiteralPathSet=mn\012"
   "Name\011string\011PSProperty\011\011propertyValuePathSet=mn1;propertyValueLiteralPathSet=mn1\012"
   "Value\011System.Object\011\011\011propertyValuePathSet=mn2;propertyValueLiteralPathSet=mn2\011AllowNull\012"
   "InputObject\011psobject\011\011\011propertyPSObjectPathSet=mpn;propertyPSObjectLiteralPathSet=mpn\012"
   "PassThru\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Set-Location", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.SetLocationCommand", 'C',
   "Path\011System.Management.Automation.PathInfo;System.Management.Automation.PathInfoStack\011\012"
   "Path\011string\011\011\011Path=pn0\012"
   "LiteralPath\011string\011PSPath,LP\011\011LiteralPath=mn\012"
   "PassThru\011switch\011\011s\011\012"
   "StackName\011string\011\011\011Stack=n"},
  {"Set-MarkdownOption", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SetMarkdownOptionCommand", 'C',
   "IndividualSetting\011Microsoft.PowerShell.MarkdownRender.PSMarkdownOptionInfo\011\012"
   "Header1Color\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "Header2Color\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "Header3Color\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "Header4Color\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "Header5Color\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "Header6Color\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "Code\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "ImageAltTextForegroundColor\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "LinkForegroundColor\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "ItalicsForegroundColor\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "BoldForegroundColor\011string\011\011\011IndividualSetting=\011Pattern: ^\\[*[0-9;]*?m{1}\012"
   "PassThru\011switch\011\011s\011\012"
   "Theme\011string\011\011\011Theme=m\011NotNullOrEmpty\011Set: Dark, Light\012"
   "InputObject\011psobject\011\011\011InputObject=mp0\011NotNullOrEmpty"},
  {"Set-PSBreakpoint", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SetPSBreakpointCommand", 'C',
   "Line\011System.Management.Automation.CommandBreakpoint;System.Management.Automation.LineBreakpoint;System.Management.Automation.VariableBreakpoint\011\012"
   "Action\011scriptblock\011\011\011Command=;Line=;Variable=\012"
   "Column\011int\011\011\011Line=2\011Range: 1..2147483647\012"
   "Command\011string[]\011C\011\011Command=m\012"
   "Line\011int[]\011\011\011Line=m1\012"
   "Script\011string[]\011\011\011Command=0;Line=m0;Variable=0\011NotNull\012"
   "Variable\011string[]\011V\011\011Variable=m\012"
   "Mode\011System.Management.Automation.VariableAccessMode\011\011\011Variable=\012"
   "Runspace\011runspace\011\011\011\011NotNull"},
  {"Set-PSDebug", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.SetPSDebugCommand", 'C',
   "\011\011\012"
   "Trace\011int\011\011\011on=\011Range: 0..2\012"
   "Step\011switch\011\011s\011on=\012"
   "Strict\011switch\011\011s\011on=\012"
   "Off\011switch\011\011s\011off="},
  {"Set-StrictMode", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.SetStrictModeCommand", 'C',
   "Version\011\011\012"
   "Off\011switch\011\011s\011Off=m\012"
   "Version\011version\011v\011\011Version=m"},
  {"Set-TraceSource", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SetTraceSourceCommand", 'C',
   "optionsSet\011System.Management.Automation.PSTraceSource\011\012"
   "Name\011string[]\011\011\011*=mpn0\012"
   "Option\011System.Management.Automation.PSTraceSourceOptions\011\011\011optionsSet=n1\012"
   "ListenerOption\011System.Diagnostics.TraceOptions\011\011\011optionsSet=\012"
   "FilePath\011string\011PSPath,Path\011\011optionsSet=\012"
   "Force\011switch\011\011s\011optionsSet=\012"
   "Debugger\011switch\011\011s\011optionsSet=\012"
   "PSHost\011switch\011\011s\011optionsSet=\012"
   "RemoveListener\011string[]\011\011\011removeAllListenersSet=\011NotNullOrEmpty\012"
   "RemoveFileListener\011string[]\011\011\011removeFileListenersSet=\011NotNullOrEmpty\012"
   "PassThru\011switch\011\011s\011optionsSet="},
  {"Set-Variable", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SetVariableCommand", 'C',
   "\011System.Management.Automation.PSVariable\011S\012"
   "Name\011string[]\011\011\011*=mn0\012"
   "Value\011System.Object\011\011\011*=pn1\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "Description\011string\011\011\011\012"
   "Option\011System.Management.Automation.ScopedItemOptions\011\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Visibility\011System.Management.Automation.SessionStateEntryVisibility\011\011\011\012"
   "PassThru\011switch\011\011s\011\012"
   "Append\011switch\011\011s\011\012"
   "Scope\011string\011\011\011\011NotNullOrEmpty"},
  {"Show-Markdown", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.ShowMarkdownCommand", 'C',
   "Path\011System.String\011\012"
   "InputObject\011psobject\011\011\011InputObject=mp\011NotNullOrEmpty\012"
   "Path\011string[]\011\011\011Path=mn0\011NotNullOrEmpty\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\012"
   "UseBrowser\011switch\011\011s\011"},
  {"Sort-Object", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.SortObjectCommand", 'C',
   "Default\011\011\012"
   "Stable\011switch\011\011s\011Default=\012"
   "Descending\011switch\011\011s\011\012"
   "Unique\011switch\011\011s\011\012"
   "Top\011int\011\011\011Top=m\011Range: 1..2147483647\012"
   "Bottom\011int\011\011\011Bottom=m\011Range: 1..2147483647\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Property\011System.Object[]\011\011\011*=0\012"
   "Culture\011string\011\011\011\012"
   "CaseSensitive\011switch\011\011s\011"},
  {"Split-Path", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.SplitPathCommand", 'C',
   "ParentSet\011System.String;System.Boolean\011\012"
   "Path\011string[]\011\011\011ParentSet=mpn0;LeafSet=mpn0;LeafBaseSet=mpn0;ExtensionSet=mpn0;QualifierSet=mpn0;NoQualifierSet=mpn0;IsAbsoluteSet=mpn0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPathSet=mn\012"
   "Qualifier\011switch\011\011s\011QualifierSet=mn\012"
   "NoQualifier\011switch\011\011s\011NoQualifierSet=mn\012"
   "Parent\011switch\011\011s\011ParentSet=n\012"
   "Leaf\011switch\011\011s\011LeafSet=mn\012"
   "LeafBase\011switch\011\011s\011LeafBaseSet=mn\012"
   "Extension\011switch\011\011s\011ExtensionSet=mn\012"
   "Resolve\011switch\011\011s\011\012"
   "IsAbsolute\011switch\011\011s\011IsAbsoluteSet=m\012"
   "Credential\011pscredential\011\011\011*=n"},
  {"Start-Job", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.StartJobCommand", 'C',
   "ComputerName\011System.Management.Automation.PSRemotingJob\011\012"
   "DefinitionName\011string\011\011\011DefinitionName=m0\011NotNullOrEmpty\012"
   "DefinitionPath\011string\011\011\011DefinitionName=1\011NotNullOrEmpty\012"
   "Type\011string\011\011\011DefinitionName=2\011NotNullOrEmpty\012"
   "Name\011string\011\011\011FilePathComputerName=n;ComputerName=n;LiteralFilePathComputerName=n\012"
   "ScriptBlock\011scriptblock\011Command\011\011ComputerName=m0\012"
   "Credential\011pscredential\011\011\011FilePathComputerName=;ComputerName=;LiteralFilePathComputerName=\012"
   "FilePath\011string\011\011\011FilePathComputerName=m0\012"
   "LiteralPath\011string\011PSPath,LP\011\011LiteralFilePathComputerName=m\012"
   "Authentication\011System.Management.Automation.Runspaces.AuthenticationMechanism\011\011\011FilePathComputerName=;ComputerName=;LiteralFilePathComputerName=\012"
   "InitializationScript\011scriptblock\011\011\011FilePathComputerName=1;ComputerName=1;LiteralFilePathComputerName=1\012"
   "WorkingDirectory\011string\011\011\011\012"
   "RunAs32\011switch\011\011s\011FilePathComputerName=;ComputerName=;LiteralFilePathComputerName=\012"
   "PSVersion\011version\011\011\011FilePathComputerName=;ComputerName=;LiteralFilePathComputerName=\011NotNullOrEmpty\012"
   "InputObject\011psobject\011\011\011FilePathComputerName=p;ComputerName=p;LiteralFilePathComputerName=p\012"
   "ArgumentList\011System.Object[]\011Args\011\011FilePathComputerName=;ComputerName=;LiteralFilePathComputerName=\012"
   "ConnectingTimeout\011int\011\011\011SSHHost=\012"
   "Options\011hashtable\011\011\011SSHHost=\011NotNullOrEmpty"},
  {"Start-Process", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.StartProcessCommand", 'C',
   "Default\011System.Diagnostics.Process\011S\012"
   "FilePath\011string\011PSPath,Path\011\011*=m0\011NotNullOrEmpty\012"
   "ArgumentList\011string[]\011Args\011\011*=1\012"
   "Credential\011pscredential\011RunAs\011\011Default=\011NotNullOrEmpty\012"
   "WorkingDirectory\011string\011\011\011\011NotNullOrEmpty\012"
   "LoadUserProfile\011switch\011Lup\011s\011Default=\012"
   "NoNewWindow\011switch\011nnw\011s\011Default=\012"
   "PassThru\011switch\011\011s\011\012"
   "RedirectStandardError\011string\011RSE\011\011Default=\011NotNullOrEmpty\012"
   "RedirectStandardInput\011string\011RSI\011\011Default=\011NotNullOrEmpty\012"
   "RedirectStandardOutput\011string\011RSO\011\011Default=\011NotNullOrEmpty\012"
   "Verb\011string\011\011\011UseShellExecute=\011NotNullOrEmpty\012"
   "WindowStyle\011System.Diagnostics.ProcessWindowStyle\011\011\011\011NotNullOrEmpty\012"
   "Wait\011switch\011\011s\011\012"
   "UseNewEnvironment\011switch\011\011s\011Default=\012"
   "Environment\011hashtable\011\011\011"},
  {"Start-Sleep", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.StartSleepCommand", 'C',
   "Seconds\011\011\012"
   "Seconds\011double\011\011\011Seconds=mpn0\011Range: 0..2147483\012"
   "Milliseconds\011int\011ms\011\011Milliseconds=mn\011Range: 0..2147483647\012"
   "Duration\011timespan\011ts\011\011FromTimeSpan=mpn0"},
  {"Start-ThreadJob", "Microsoft.PowerShell.ThreadJob", "Microsoft.PowerShell.ThreadJob.StartThreadJobCommand", 'C',
   "\011Microsoft.PowerShell.ThreadJob.ThreadJob\011\012"
   "ScriptBlock\011scriptblock\011Command\011\011ScriptBlock=m0\011NotNull\012"
   "FilePath\011string\011\011\011FilePath=m0\011NotNullOrEmpty\012"
   "Name\011string\011\011\011ScriptBlock=;FilePath=\011NotNullOrEmpty\012"
   "InitializationScript\011scriptblock\011\011\011ScriptBlock=;FilePath=\011NotNull\012"
   "InputObject\011psobject\011\011\011ScriptBlock=p;FilePath=p\011NotNull\012"
   "ArgumentList\011System.Object[]\011Args\011\011ScriptBlock=;FilePath=\012"
   "ThrottleLimit\011int\011\011\011ScriptBlock=;FilePath=\011Range: 1..1000000\012"
   "StreamingHost\011System.Management.Automation.Host.PSHost\011\011\011ScriptBlock=;FilePath="},
  {"Start-Transcript", "Microsoft.PowerShell.Host", "Microsoft.PowerShell.Commands.StartTranscriptCommand", 'C',
   "ByPath\011System.String\011S\012"
   "Path\011string\011\011\011ByPath=0\011NotNullOrEmpty\012"
   "LiteralPath\011string\011PSPath,LP\011\011ByLiteralPath=0\011NotNullOrEmpty\012"
   "OutputDirectory\011string\011\011\011ByOutputDirectory=0\011NotNullOrEmpty\012"
   "Append\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "NoClobber\011switch\011NoOverwrite\011s\011\012"
   "IncludeInvocationHeader\011switch\011\011s\011\012"
   "UseMinimalHeader\011switch\011\011s\011"},
  {"Stop-Computer", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.StopComputerCommand", 'C',
   "\011\011S"},
  {"Stop-Job", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.StopJobCommand", 'C',
   "SessionIdParameterSet\011System.Management.Automation.Job\011S\012"
   "Job\011System.Management.Automation.Job[]\011\011\011JobParameterSet=mpn0\011NotNullOrEmpty\012"
   "PassThru\011switch\011\011s\011\012"
   "Name\011string[]\011\011\011NameParameterSet=mn0\011NotNullOrEmpty\012"
   "InstanceId\011guid[]\011\011\011InstanceIdParameterSet=mn0\011NotNullOrEmpty\012"
   "Id\011int[]\011\011\011SessionIdParameterSet=mn0\011NotNullOrEmpty\012"
   "State\011System.Management.Automation.JobState\011\011\011StateParameterSet=mn0\012"
   "Filter\011hashtable\011\011\011FilterParameterSet=mn0\011NotNullOrEmpty"},
  {"Stop-Process", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.StopProcessCommand", 'C',
   "Id\011System.Diagnostics.Process\011S\012"
   "Name\011string[]\011ProcessName\011\011Name=mn\012"
   "Id\011int[]\011\011\011Id=mn0\012"
   "InputObject\011System.Diagnostics.Process[]\011\011\011InputObject=mp0\012"
   "PassThru\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\011NotNullOrEmpty"},
  {"Stop-Transcript", "Microsoft.PowerShell.Host", "Microsoft.PowerShell.Commands.StopTranscriptCommand", 'C',
   "\011System.String\011S"},
  {"Switch-Process", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.SwitchProcessCommand", 'C',
   "\011\011\012"
   "WithCommand\011string[]\011\011\011*=r0"},
  {"TabExpansion2", "", "", 'F',
   "ScriptInputSet\011System.Management.Automation.CommandCompletion\011\012"
   "inputScript\011string\011\011\011ScriptInputSet=m0\011AllowEmptyString\012"
   "cursorColumn\011int\011\011\011ScriptInputSet=1\012"
   "ast\011System.Management.Automation.Language.Ast\011\011\011AstInputSet=m0\012"
   "tokens\011System.Management.Automation.Language.Token[]\011\011\011AstInputSet=m1\012"
   "positionOfCursor\011System.Management.Automation.Language.IScriptPosition\011\011\011AstInputSet=m2\012"
   "options\011hashtable\011\011\011AstInputSet=3;ScriptInputSet=2"},
  {"Tee-Object", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.TeeObjectCommand", 'C',
   "File\011\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "FilePath\011string\011Path\011\011File=m0\012"
   "LiteralPath\011string\011PSPath,LP\011\011LiteralFile=m\012"
   "Append\011switch\011\011s\011File=\012"
   "Encoding\011System.Text.Encoding\011\011\011File=;LiteralFile=\011NotNullOrEmpty\012"
   "Variable\011string\011\011\011Variable=m"},
  {"Test-Connection", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.TestConnectionCommand", 'C',
   "DefaultPing\011Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus;Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus;System.Boolean;Microsoft.PowerShell.Commands.TestConnectionCommand+PingMtuStatus;System.Int32;Microsoft.PowerShell.Commands.TestConnectionCommand+TraceStatus;Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus\011\012"
   "Ping\011switch\011\011s\011DefaultPing=;RepeatPing=\012"
   "IPv4\011switch\011\011s\011DefaultPing=;RepeatPing=;TraceRoute=;MtuSizeDetect=;TcpPort=\012"
   "IPv6\011switch\011\011s\011DefaultPing=;RepeatPing=;TraceRoute=;MtuSizeDetect=;TcpPort=\012"
   "ResolveDestination\011switch\011\011s\011DefaultPing=;RepeatPing=;TraceRoute=;MtuSizeDetect=;TcpPort=\012"
   "Source\011string\011\011\011DefaultPing=;RepeatPing=;TraceRoute=;TcpPort=\012"
   "MaxHops\011int\011Ttl,TimeToLive,Hops\011\011DefaultPing=;RepeatPing=;TraceRoute=\011Range: 1..128\012"
   "Count\011int\011\011\011DefaultPing=;TcpPort=\011RangeKind: Positive\012"
   "Delay\011int\011\011\011DefaultPing=;RepeatPing=;TcpPort=\011RangeKind: Positive\012"
   "BufferSize\011int\011Size,Bytes,BS\011\011DefaultPing=;RepeatPing=\011Range: 0..65500\012"
   "DontFragment\011switch\011\011s\011DefaultPing=;RepeatPing=\012"
   "Repeat\011switch\011Continuous\011s\011RepeatPing=m;TcpPort=\012"
   "Quiet\011switch\011\011s\011\012"
   "TimeoutSeconds\011int\011\011\011\011RangeKind: Positive\012"
   "TargetName\011string[]\011ComputerName\011\011*=mpn0\011NotNullOrEmpty\012"
   "MtuSize\011switch\011MtuSizeDetect\011s\011MtuSizeDetect=m\012"
   "Traceroute\011switch\011\011s\011TraceRoute=m\012"
   "TcpPort\011int\011\011\011TcpPort=m\011Range: 0..65535\012"
   "Detailed\011switch\011\011s\011TcpPort="},
  {"Test-ModuleManifest", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.TestModuleManifestCommand", 'C',
   "\011System.Management.Automation.PSModuleInfo\011\012"
   "Path\011string\011\011\011*=mpn0"},
  {"Test-Path", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.TestPathCommand", 'C',
   "Path\011System.Boolean\011\012"
   "Path\011string[]\011\011\011Path=mpn0\011AllowNull\011AllowEmptyCollection\011AllowEmptyString\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=mn\011AllowNull\011AllowEmptyCollection\011AllowEmptyString\012"
   "Filter\011string\011\011\011\012"
   "Include\011string[]\011\011\011\012"
   "Exclude\011string[]\011\011\011\012"
   "PathType\011Microsoft.PowerShell.Commands.TestPathType\011Type\011\011\012"
   "IsValid\011switch\011\011s\011\012"
   "Credential\011pscredential\011\011\011*=n\012"
   "OlderThan\011System.Nullable[datetime]\011\011d\011\012"
   "NewerThan\011System.Nullable[datetime]\011\011d\011"},
  {"Trace-Command", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.TraceCommandCommand", 'C',
   "expressionSet\011\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "Name\011string[]\011\011\011*=m0\012"
   "Option\011System.Management.Automation.PSTraceSourceOptions\011\011\011*=2\012"
   "Expression\011scriptblock\011\011\011expressionSet=m1\012"
   "Command\011string\011\011\011commandSet=m1\012"
   "ArgumentList\011System.Object[]\011Args\011\011commandSet=r\012"
   "ListenerOption\011System.Diagnostics.TraceOptions\011\011\011\012"
   "FilePath\011string\011PSPath,Path\011\011\012"
   "Force\011switch\011\011s\011\012"
   "Debugger\011switch\011\011s\011\012"
   "PSHost\011switch\011\011s\011"},
  {"Unblock-File", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.UnblockFileCommand", 'C',
   "ByPath\011\011S\012"
   "Path\011string[]\011\011\011ByPath=m0\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011ByLiteralPath=mn"},
  {"Unprotect-CmsMessage", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Commands.UnprotectCmsMessageCommand", 'C',
   "ByWinEvent\011System.String\011\012"
   "Content\011string\011\011\011ByContent=mpn0\011AllowNull\011AllowEmptyString\012"
   "EventLogRecord\011psobject\011\011\011ByWinEvent=mp0\012"
   "Path\011string\011\011\011ByPath=m0\012"
   "LiteralPath\011string\011\011\011ByLiteralPath=m0\012"
   "IncludeContext\011switch\011\011s\011\012"
   "To\011System.Management.Automation.CmsMessageRecipient[]\011\011\011*=1"},
  {"Unregister-Event", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.UnregisterEventCommand", 'C',
   "BySource\011\011S\012"
   "SourceIdentifier\011string\011\011\011BySource=mn0\012"
   "SubscriptionId\011int\011\011\011ById=mn0\012"
   "Force\011switch\011\011s\011"},
  {"Update-FormatData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.UpdateFormatDataCommand", 'C',
   "FileSet\011\011S\012"
   "AppendPath\011string[]\011PSPath,Path\011\011FileSet=pn0\011NotNull\012"
   "PrependPath\011string[]\011\011\011FileSet=\011NotNull"},
  {"Update-Help", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.UpdateHelpCommand", 'C',
   "Path\011\011S\012"
   "Module\011string[]\011Name\011\011Path=n0;LiteralPath=n0\011NotNull\012"
   "FullyQualifiedModule\011Microsoft.PowerShell.Commands.ModuleSpecification[]\011\011\011Path=n;LiteralPath=n\011NotNull\012"
   "SourcePath\011string[]\011Path\011\011Path=1\011NotNull\012"
   "LiteralPath\011string[]\011PSPath,LP\011\011LiteralPath=n\011NotNull\012"
   "Recurse\011switch\011\011s\011\012"
   "UICulture\011cultureinfo[]\011\011\011*=2\011NotNull\012"
   "Credential\011pscredential\011\011\011\012"
   "UseDefaultCredentials\011switch\011\011s\011\012"
   "Force\011switch\011\011s\011\012"
   "Scope\011Microsoft.PowerShell.Commands.UpdateHelpScope\011\011\011*=n"},
  {"Update-List", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.UpdateListCommand", 'C',
   "AddRemoveSet\011\011\012"
   "Add\011System.Object[]\011\011\011AddRemoveSet=\011NotNullOrEmpty\012"
   "Remove\011System.Object[]\011\011\011AddRemoveSet=\011NotNullOrEmpty\012"
   "Replace\011System.Object[]\011\011\011ReplaceSet=m\011NotNullOrEmpty\012"
   "InputObject\011psobject\011\011\011*=p\011NotNullOrEmpty\012"
   "Property\011string\011\011\011*=0\011NotNullOrEmpty"},
  {"Update-TypeData", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.UpdateTypeDataCommand", 'C',
   "FileSet\011\011S\012"
   "MemberType\011System.Management.Automation.PSMemberTypes\011\011\011DynamicTypeSet=\011NotNullOrEmpty\011Set: NoteProperty, AliasProperty, ScriptProperty, CodeProperty, ScriptMethod, CodeMethod\012"
   "MemberName\011string\011\011\011DynamicTypeSet=\011NotNullOrEmpty\012"
   "Value\011System.Object\011\011\011DynamicTypeSet=\012"
   "SecondValue\011System.Object\011\011\011DynamicTypeSet=\011NotNull\012"
   "TypeConverter\011type\011\011\011DynamicTypeSet=\011NotNull\012"
   "TypeAdapter\011type\011\011\011DynamicTypeSet=\011NotNull\012"
   "SerializationMethod\011string\011\011\011DynamicTypeSet=\011NotNullOrEmpty\012"
   "TargetTypeForDeserialization\011type\011\011\011DynamicTypeSet=\011NotNull\012"
   "SerializationDepth\011int\011\011\011DynamicTypeSet=\011NotNull\011Range: 0..2147483647\012"
   "DefaultDisplayProperty\011string\011\011\011DynamicTypeSet=\011NotNullOrEmpty\012"
   "InheritPropertySerializationSet\011System.Nullable[bool]\011\011\011DynamicTypeSet=\011NotNull\012"
   "StringSerializationSource\011string\011\011\011DynamicTypeSet=\011NotNullOrEmpty\012"
   "DefaultDisplayPropertySet\011string[]\011\011\011DynamicTypeSet=\011NotNullOrEmpty\012"
   "DefaultKeyPropertySet\011string[]\011\011\011DynamicTypeSet=\011NotNullOrEmpty\012"
   "PropertySerializationSet\011string[]\011\011\011DynamicTypeSet=\011NotNullOrEmpty\012"
   "TypeName\011string\011\011\011DynamicTypeSet=mp\011NotNullOrEmpty\012"
   "Force\011switch\011\011s\011DynamicTypeSet=;TypeDataSet=\012"
   "TypeData\011System.Management.Automation.Runspaces.TypeData[]\011\011\011TypeDataSet=mpn0\012"
   "AppendPath\011string[]\011PSPath,Path\011\011FileSet=pn0\011NotNull\012"
   "PrependPath\011string[]\011\011\011FileSet=\011NotNull"},
  {"Wait-Debugger", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WaitDebuggerCommand", 'C',
   "\011\011"},
  {"Wait-Event", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WaitEventCommand", 'C',
   "\011System.Management.Automation.PSEventArgs\011\012"
   "SourceIdentifier\011string\011\011\011*=n0\012"
   "Timeout\011int\011TimeoutSec\011\011\011Range: -1..2147483647"},
  {"Wait-Job", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.WaitJobCommand", 'C',
   "SessionIdParameterSet\011System.Management.Automation.Job\011\012"
   "Job\011System.Management.Automation.Job[]\011\011\011JobParameterSet=mpn0\011NotNullOrEmpty\012"
   "Any\011switch\011\011s\011\012"
   "Timeout\011int\011TimeoutSec\011\011\011Range: -1..2147483647\012"
   "Force\011switch\011\011s\011\012"
   "Name\011string[]\011\011\011NameParameterSet=mn0\011NotNullOrEmpty\012"
   "InstanceId\011guid[]\011\011\011InstanceIdParameterSet=mn0\011NotNullOrEmpty\012"
   "Id\011int[]\011\011\011SessionIdParameterSet=mn0\011NotNullOrEmpty\012"
   "State\011System.Management.Automation.JobState\011\011\011StateParameterSet=mn0\012"
   "Filter\011hashtable\011\011\011FilterParameterSet=mn0\011NotNullOrEmpty"},
  {"Wait-Process", "Microsoft.PowerShell.Management", "Microsoft.PowerShell.Commands.WaitProcessCommand", 'C',
   "Name\011System.Diagnostics.Process\011\012"
   "Id\011int[]\011PID,ProcessId\011\011Id=mn0\011NotNullOrEmpty\012"
   "Name\011string[]\011ProcessName\011\011Name=mn0\012"
   "Timeout\011int\011TimeoutSec\011\011*=1\011NotNullOrEmpty\011Range: 0..32767\012"
   "Any\011switch\011\011s\011\012"
   "PassThru\011switch\011\011s\011\012"
   "InputObject\011System.Diagnostics.Process[]\011\011\011InputObject=mp"},
  {"Where-Object", "Microsoft.PowerShell.Core", "Microsoft.PowerShell.Commands.WhereObjectCommand", 'C',
   "EqualSet\011\011\012"
   "InputObject\011psobject\011\011\011*=p\012"
   "FilterScript\011scriptblock\011\011\011ScriptBlockSet=m0\012"
   "Property\011string\011\011\011EqualSet=m0;CaseSensitiveEqualSet=m0;NotEqualSet=m0;CaseSensitiveNotEqualSet=m0;GreaterThanSet=m0;CaseSensitiveGreaterThanSet=m0;LessThanSet=m0;CaseSensitiveLessThanSet=m0;GreaterOrEqualSet=m0;CaseSensitiveGreaterOrEqualSet=m0;LessOrEqualSet=m0;CaseSensitiveLessOrEqualSet=m0;LikeSet=m0;CaseSensitiveLikeSet=m0;NotLikeSet=m0;CaseSensitiveNotLikeSet=m0;MatchSet=m0;CaseSensitiveMatchSet=m0;NotMatchSet=m0;CaseSensitiveNotMatchSet=m0;ContainsSet=m0;CaseSensitiveContainsSet=m0;NotContainsSet=m0;CaseSensitiveNotContainsSet=m0;InSet=m0;CaseSensitiveInSet=m0;NotInSet=m0;CaseSensitiveNotInSet=m0;IsSet=m0;IsNotSet=m0;Not=m0\011NotNullOrEmpty\012"
   "Value\011System.Object\011\011\011EqualSet=1;CaseSensitiveEqualSet=1;NotEqualSet=1;CaseSensitiveNotEqualSet=1;GreaterThanSet=1;CaseSensitiveGreaterThanSet=1;LessThanSet=1;CaseSensitiveLessThanSet=1;GreaterOrEqualSet=1;CaseSensitiveGreaterOrEqualSet=1;LessOrEqualSet=1;CaseSensitiveLessOrEqualSet=1;LikeSet=1;CaseSensitiveLikeSet=1;NotLikeSet=1;CaseSensitiveNotLikeSet=1;MatchSet=1;CaseSensitiveMatchSet=1;NotMatchSet=1;CaseSensitiveNotMatchSet=1;ContainsSet=1;CaseSensitiveContainsSet=1;NotContainsSet=1;CaseSensitiveNotContainsSet=1;InSet=1;CaseSensitiveInSet=1;NotInSet=1;CaseSensitiveNotInSet=1;IsSet=1;IsNotSet=1\012"
   "EQ\011switch\011IEQ\011s\011EqualSet=\012"
   "CEQ\011switch\011\011s\011CaseSensitiveEqualSet=m\012"
   "NE\011switch\011INE\011s\011NotEqualSet=m\012"
   "CNE\011switch\011\011s\011CaseSensitiveNotEqualSet=m\012"
   "GT\011switch\011IGT\011s\011GreaterThanSet=m\012"
   "CGT\011switch\011\011s\011CaseSensitiveGreaterThanSet=m\012"
   "LT\011switch\011ILT\011s\011LessThanSet=m\012"
   "CLT\011switch\011\011s\011CaseSensitiveLessThanSet=m\012"
   "GE\011switch\011IGE\011s\011GreaterOrEqualSet=m\012"
   "CGE\011switch\011\011s\011CaseSensitiveGreaterOrEqualSet=m\012"
   "LE\011switch\011ILE\011s\011LessOrEqualSet=m\012"
   "CLE\011switch\011\011s\011CaseSensitiveLessOrEqualSet=m\012"
   "Like\011switch\011ILike\011s\011LikeSet=m\012"
   "CLike\011switch\011\011s\011CaseSensitiveLikeSet=m\012"
   "NotLike\011switch\011INotLike\011s\011NotLikeSet=m\012"
   "CNotLike\011switch\011\011s\011CaseSensitiveNotLikeSet=m\012"
   "Match\011switch\011IMatch\011s\011MatchSet=m\012"
   "CMatch\011switch\011\011s\011CaseSensitiveMatchSet=m\012"
   "NotMatch\011switch\011INotMatch\011s\011NotMatchSet=m\012"
   "CNotMatch\011switch\011\011s\011CaseSensitiveNotMatchSet=m\012"
   "Contains\011switch\011IContains\011s\011ContainsSet=m\012"
   "CContains\011switch\011\011s\011CaseSensitiveContainsSet=m\012"
   "NotContains\011switch\011INotContains\011s\011NotContainsSet=m\012"
   "CNotContains\011switch\011\011s\011CaseSensitiveNotContainsSet=m\012"
   "In\011switch\011IIn\011s\011InSet=m\012"
   "CIn\011switch\011\011s\011CaseSensitiveInSet=m\012"
   "NotIn\011switch\011INotIn\011s\011NotInSet=m\012"
   "CNotIn\011switch\011\011s\011CaseSensitiveNotInSet=m\012"
   "Is\011switch\011\011s\011IsSet=m\012"
   "IsNot\011switch\011\011s\011IsNotSet=m\012"
   "Not\011switch\011\011s\011Not=m"},
  {"Write-Debug", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteDebugCommand", 'C',
   "\011\011\012"
   "Message\011string\011Msg\011\011*=mp0\011AllowEmptyString"},
  {"Write-Error", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteErrorCommand", 'C',
   "NoException\011\011\012"
   "Exception\011System.Exception\011\011\011WithException=m0\012"
   "Message\011string\011Msg\011\011NoException=mp0;WithException=\011AllowNull\011AllowEmptyString\012"
   "ErrorRecord\011System.Management.Automation.ErrorRecord\011\011\011ErrorRecord=m0\012"
   "Category\011System.Management.Automation.ErrorCategory\011\011\011NoException=;WithException=\012"
   "ErrorId\011string\011\011\011NoException=;WithException=\012"
   "TargetObject\011System.Object\011\011\011NoException=;WithException=\012"
   "RecommendedAction\011string\011\011\011\012"
   "CategoryActivity\011string\011Activity\011\011\012"
   "CategoryReason\011string\011Reason\011\011\012"
   "CategoryTargetName\011string\011TargetName\011\011\012"
   "CategoryTargetType\011string\011TargetType\011\011"},
  {"Write-Host", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteHostCommand", 'C',
   "\011\011\012"
   "Object\011System.Object\011Msg,Message\011\011*=pr0\012"
   "NoNewline\011switch\011\011s\011\012"
   "Separator\011System.Object\011\011\011\012"
   "ForegroundColor\011System.ConsoleColor\011\011\011\012"
   "BackgroundColor\011System.ConsoleColor\011\011\011"},
  {"Write-Information", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteInformationCommand", 'C',
   "\011\011\012"
   "MessageData\011System.Object\011Msg,Message\011\011*=mp0\011AllowNull\012"
   "Tags\011string[]\011\011\011*=1"},
  {"Write-Output", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteOutputCommand", 'C',
   "\011\011\012"
   "InputObject\011psobject\011\011\011*=mpr0\011AllowNull\011AllowEmptyCollection\012"
   "NoEnumerate\011switch\011\011s\011"},
  {"Write-Progress", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteProgressCommand", 'C',
   "\011\011\012"
   "Activity\011string\011\011\011*=0\012"
   "Status\011string\011\011\011*=1\011NotNullOrEmpty\012"
   "Id\011int\011\011\011*=2\011Range: 0..2147483647\012"
   "PercentComplete\011int\011\011\011\011Range: -1..100\012"
   "SecondsRemaining\011int\011\011\011\012"
   "CurrentOperation\011string\011\011\011\012"
   "ParentId\011int\011\011\011\011Range: -1..2147483647\012"
   "Completed\011switch\011\011s\011\012"
   "SourceId\011int\011\011\011"},
  {"Write-Verbose", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteVerboseCommand", 'C',
   "\011\011\012"
   "Message\011string\011Msg\011\011*=mp0\011AllowEmptyString"},
  {"Write-Warning", "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Commands.WriteWarningCommand", 'C',
   "\011\011\012"
   "Message\011string\011Msg\011\011*=mp0\011AllowEmptyString"},
};
const int nacre_command_count = 232;

const nacre_command *nacre_command_rows(void) { return rows; }
