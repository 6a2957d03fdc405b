import Engine
import Objects
import Providers
import Session

/// The commands of this room: what to register, and what a runspace needs for them.
public enum BuiltInCommands {
  // Set once by the engine's one thread.
  nonisolated(unsafe) private static var isRegistered = false

  /// Registers every command; cheap, nothing is parsed.
  public static func register() {
    if isRegistered { return }
    isRegistered = true
    CommandEnums.register()
    pipeline()
    streams()
    items()
    variables()
    language()
    data()
    system()
    StandardProviders.onInstall.append(connect)
  }

  /// Connects a runspace with the formatter behind redirections, and `$Host`.
  private static func connect(_ runspace: Runspace) {
    HostObject.attach(to: runspace)
    OutputEncodingVariable.attach(to: runspace)
    runspace.fileSink = { [unowned runspace] path, append in try FileSink.open(runspace, path, append) }
    runspace.nativeInputFormatter = { [unowned runspace] line in LineSink(runspace, line) }
  }

  private static let core = "Microsoft.PowerShell.Core"
  private static let utility = "Microsoft.PowerShell.Utility"
  private static let management = "Microsoft.PowerShell.Management"

  /// Registers a command; `loose` parameters take any value, which the command reads itself.
  private static func add(
    _ name: String, _ module: String, _ className: String, loose: [String] = [], isDynamic: Bool = false,
    _ make: @escaping () -> Cmdlet
  ) {
    let full = "Microsoft.PowerShell.Commands." + className
    if loose.isEmpty, !isDynamic {
      return HostCmdlets.register(name: name, module: module, className: full, make: make)
    }
    HostCmdlets.register(
      name: name, module: module, className: full,
      metadata: {
        let m = CommandTable.metadata(name) ?? CommandMetadata(name)
        if isDynamic { m.hasDynamicParameters = true }
        for p in m.parameters where loose.contains(p.name) { EncodingArgument.loosen(p) }
        return m
      }, make: make)
  }

  private static func pipeline() {
    add("ForEach-Object", core, "ForEachObjectCommand") { ForEachObject() }
    add("Where-Object", core, "WhereObjectCommand") { WhereObject() }
    add("Select-Object", utility, "SelectObjectCommand") { SelectObject() }
    add("Sort-Object", utility, "SortObjectCommand") { SortObject() }
    add("Group-Object", utility, "GroupObjectCommand") { GroupObject() }
    add("Measure-Object", utility, "MeasureObjectCommand", loose: ["Property"]) { MeasureObject() }
    add("Compare-Object", utility, "CompareObjectCommand") { CompareObject() }
    add("Get-Unique", utility, "GetUniqueCommand") { GetUnique() }
    add("Tee-Object", utility, "TeeObjectCommand", loose: ["Encoding"]) { TeeObject() }
    add("Format-Table", utility, "FormatTableCommand") { FormatTable() }
    add("Format-List", utility, "FormatListCommand") { FormatList() }
    add("Format-Wide", utility, "FormatWideCommand") { FormatWide() }
    add("Format-Custom", utility, "FormatCustomCommand") { FormatCustom() }
    add("Out-Default", core, "OutDefaultCommand") { OutHost() }
    add("Out-Host", core, "OutHostCommand") { OutHost() }
    add("Out-Null", core, "OutNullCommand") { OutNull() }
    add("Out-String", utility, "OutStringCommand") { OutString() }
    add("Out-File", utility, "OutFileCommand", loose: ["Encoding"]) { OutFile() }
  }

  private static func streams() {
    add("Write-Output", utility, "WriteOutputCommand") { WriteOutput() }
    add("Write-Host", utility, "WriteHostCommand") { WriteHost() }
    add("Write-Warning", utility, "WriteWarningCommand") { WriteWarning() }
    add("Write-Verbose", utility, "WriteVerboseCommand") { WriteVerbose() }
    add("Write-Debug", utility, "WriteDebugCommand") { WriteDebug() }
    add("Write-Information", utility, "WriteInformationCommand") { WriteInformation() }
    add("Write-Progress", utility, "WriteProgressCommand") { WriteProgress() }
    add("Write-Error", utility, "WriteErrorCommand") { WriteError() }
  }

  private static func items() {
    add("Get-Item", management, "GetItemCommand") { GetItem() }
    add("Set-Item", management, "SetItemCommand", isDynamic: true) { SetItem() }
    add("New-Item", management, "NewItemCommand", isDynamic: true) { NewItem() }
    add("Remove-Item", management, "RemoveItemCommand") { RemoveItem() }
    add("Clear-Item", management, "ClearItemCommand") { ClearItem() }
    add("Invoke-Item", management, "InvokeItemCommand") { InvokeItem() }
    add("Get-ChildItem", management, "GetChildItemCommand", loose: ["Attributes"]) { GetChildItem() }
    add("Copy-Item", management, "CopyItemCommand") { CopyItem() }
    add("Move-Item", management, "MoveItemCommand") { MoveItem() }
    add("Rename-Item", management, "RenameItemCommand") { RenameItem() }
    add("Test-Path", management, "TestPathCommand") { TestPath() }
    add("Resolve-Path", management, "ResolvePathCommand") { ResolvePath() }
    add("Convert-Path", management, "ConvertPathCommand") { ConvertPath() }
    add("Join-Path", management, "JoinPathCommand") { JoinPath() }
    add("Split-Path", management, "SplitPathCommand") { SplitPath() }
    add("Get-Location", management, "GetLocationCommand") { GetLocation() }
    add("Set-Location", management, "SetLocationCommand") { SetLocation() }
    add("Push-Location", management, "PushLocationCommand") { PushLocation() }
    add("Pop-Location", management, "PopLocationCommand") { PopLocation() }
    add("Get-PSDrive", management, "GetPSDriveCommand") { GetPSDrive() }
    add("New-PSDrive", management, "NewPSDriveCommand") { NewPSDrive() }
    add("Remove-PSDrive", management, "RemovePSDriveCommand") { RemovePSDrive() }
    add("Get-PSProvider", management, "GetPSProviderCommand") { GetPSProvider() }
    add("Get-ItemProperty", management, "GetItemPropertyCommand") { GetItemProperty() }
    add("Get-ItemPropertyValue", management, "GetItemPropertyValueCommand") { GetItemPropertyValue() }
    add("Set-ItemProperty", management, "SetItemPropertyCommand") { SetItemProperty() }
    add("Clear-ItemProperty", management, "ClearItemPropertyCommand") { ClearItemProperty() }
    add("Get-Content", management, "GetContentCommand", loose: ["Encoding"]) { GetContent() }
    add("Set-Content", management, "SetContentCommand", loose: ["Encoding"]) { SetContent() }
    add("Add-Content", management, "AddContentCommand", loose: ["Encoding"]) { AddContent() }
    add("Clear-Content", management, "ClearContentCommand") { ClearContent() }
  }

  private static func variables() {
    add("Get-Variable", utility, "GetVariableCommand") { GetVariable() }
    add("Set-Variable", utility, "SetVariableCommand") { SetVariable() }
    add("New-Variable", utility, "NewVariableCommand") { NewVariable() }
    add("Clear-Variable", utility, "ClearVariableCommand") { ClearVariable() }
    add("Remove-Variable", utility, "RemoveVariableCommand") { RemoveVariable() }
  }

  private static func language() {
    add("Invoke-Expression", utility, "InvokeExpressionCommand") { InvokeExpression() }
    add("Invoke-Command", core, "InvokeCommandCommand") { InvokeCommand() }
    add("Measure-Command", utility, "MeasureCommandCommand") { MeasureCommand() }
    add("Set-StrictMode", core, "SetStrictModeCommand", loose: ["Version"]) { SetStrictMode() }
    add("Set-PSDebug", core, "SetPSDebugCommand") { SetPSDebug() }
    add("New-Object", utility, "NewObjectCommand") { NewObject() }
    add("Add-Member", utility, "AddMemberCommand", loose: ["NotePropertyName"]) { AddMember() }
    add("Get-Member", utility, "GetMemberCommand") { GetMember() }
    add("Get-PSCallStack", utility, "GetPSCallStackCommand") { GetPSCallStack() }
    add("Get-Error", utility, "GetErrorCommand") { GetErrorCommand() }
    add("Update-FormatData", utility, "UpdateFormatDataCommand") { UpdateFormatData() }
    add("Update-TypeData", utility, "UpdateTypeDataCommand", loose: ["TypeData"]) { UpdateTypeData() }
    add("Remove-TypeData", utility, "RemoveTypeDataCommand", loose: ["TypeData"]) { RemoveTypeData() }
    add("Get-TypeData", utility, "GetTypeDataCommand") { GetTypeData() }
    add("Get-Verb", utility, "GetVerbCommand") { GetVerb() }
  }

  private static func data() {
    add("ConvertTo-Json", utility, "ConvertToJsonCommand") { ConvertToJson() }
    add("ConvertFrom-Json", utility, "ConvertFromJsonCommand") { ConvertFromJson() }
    add("ConvertTo-Csv", utility, "ConvertToCsvCommand") { ConvertToCsv() }
    add("ConvertFrom-Csv", utility, "ConvertFromCsvCommand") { ConvertFromCsv() }
    add("Export-Csv", utility, "ExportCsvCommand", loose: ["Encoding"]) { ExportCsv() }
    add("Import-Csv", utility, "ImportCsvCommand", loose: ["Encoding"]) { ImportCsv() }
    add("ConvertFrom-StringData", utility, "ConvertFromStringDataCommand") { ConvertFromStringData() }
    add("Import-PowerShellDataFile", utility, "ImportPowerShellDataFileCommand") { ImportPowerShellDataFile() }
    add("Import-LocalizedData", utility, "ImportLocalizedData") { ImportLocalizedData() }
    add("Select-String", utility, "SelectStringCommand", loose: ["Encoding"]) { SelectString() }
    add("Get-FileHash", utility, "GetFileHashCommand") { GetFileHash() }
    add("Join-String", utility, "Utility.JoinStringCommand", loose: ["Property"]) { JoinString() }
  }

  private static func system() {
    add("Get-Date", utility, "GetDateCommand") { GetDate() }
    add("New-TimeSpan", utility, "NewTimeSpanCommand") { NewTimeSpan() }
    add("Start-Sleep", utility, "StartSleepCommand") { StartSleep() }
    add("Get-Random", utility, "GetRandomCommand") { GetRandom() }
    add("Get-SecureRandom", utility, "GetSecureRandomCommand") { GetSecureRandom() }
    add("New-Guid", utility, "NewGuidCommand") { NewGuid() }
    add("Get-Host", utility, "GetHostCommand") { GetHost() }
    add("Read-Host", utility, "ReadHostCommand") { ReadHost() }
    add("Get-Culture", utility, "GetCultureCommand") { GetCulture() }
    add("Get-UICulture", utility, "GetUICultureCommand") { GetUICulture() }
    add("Get-Process", management, "GetProcessCommand") { GetProcess() }
    add("Stop-Process", management, "StopProcessCommand") { StopProcess() }
    add("Wait-Process", management, "WaitProcessCommand") { WaitProcess() }
    add("Start-Process", management, "StartProcessCommand") { StartProcess() }
    add("New-TemporaryFile", utility, "NewTemporaryFileCommand") { NewTemporaryFile() }
    add("Get-Uptime", utility, "GetUptimeCommand") { GetUptime() }
    add("Unblock-File", utility, "UnblockFileCommand") { UnblockFile() }
    add("Get-ExecutionPolicy", "Microsoft.PowerShell.Security", "GetExecutionPolicyCommand") { GetExecutionPolicy() }
  }
}
