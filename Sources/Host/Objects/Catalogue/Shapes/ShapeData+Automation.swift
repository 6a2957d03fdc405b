extension ShapeData {
  /// Types of PowerShell itself.
  static let automation: StaticString = """
    class Microsoft.Management.Infrastructure.CimInstance | IDisposable
    class Microsoft.PowerShell.Commands.ByteCollection
    class Microsoft.PowerShell.Commands.FileHash
    class Microsoft.PowerShell.Commands.FileHashInfo
    class Microsoft.PowerShell.Commands.GenericMeasureInfo : Microsoft.PowerShell.Commands.MeasureInfo
    class Microsoft.PowerShell.Commands.GroupInfo
    class Microsoft.PowerShell.Commands.GroupInfoNoElement : Microsoft.PowerShell.Commands.GroupInfo
    class Microsoft.PowerShell.Commands.HistoryInfo
    class Microsoft.PowerShell.Commands.MatchInfo
    class Microsoft.PowerShell.Commands.MatchInfoContext | ICloneable
    class Microsoft.PowerShell.Commands.MeasureInfo
    class Microsoft.PowerShell.Commands.MemberDefinition
    class Microsoft.PowerShell.Commands.ModuleSpecification
    class Microsoft.PowerShell.Commands.PSPropertyExpression
    class Microsoft.PowerShell.Commands.TextMeasureInfo : Microsoft.PowerShell.Commands.MeasureInfo
    class Microsoft.PowerShell.Commands.WebRequestSession | IDisposable
    class Microsoft.PowerShell.Commands.WebResponseObject
    static Microsoft.PowerShell.ToStringCodeMethods
    static Microsoft.Win32.Registry
    class Microsoft.Win32.RegistryKey : System.MarshalByRefObject | IDisposable
    class System.Management.Automation.AliasAttribute : System.Management.Automation.Internal.ParsingBaseAttribute
    class System.Management.Automation.AliasInfo : System.Management.Automation.CommandInfo
    class System.Management.Automation.AllowEmptyCollectionAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.AllowEmptyStringAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.AllowNullAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.ApplicationInfo : System.Management.Automation.CommandInfo
    class System.Management.Automation.ArgumentCompleterAttribute : System.Attribute
    class System.Management.Automation.ArgumentCompletionsAttribute : System.Attribute
    abstract System.Management.Automation.ArgumentTransformationAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.Breakpoint
    class System.Management.Automation.CallStackFrame
    class System.Management.Automation.Cmdlet : System.Management.Automation.Internal.InternalCommand
    class System.Management.Automation.CmdletAttribute : System.Management.Automation.CmdletCommonMetadataAttribute
    class System.Management.Automation.CmdletBindingAttribute : \
    System.Management.Automation.CmdletCommonMetadataAttribute
    abstract System.Management.Automation.CmdletCommonMetadataAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.CmdletInfo : System.Management.Automation.CommandInfo
    class System.Management.Automation.CmdletProviderManagementIntrinsics
    class System.Management.Automation.CommandBreakpoint : System.Management.Automation.Breakpoint
    class System.Management.Automation.CommandCompletion
    abstract System.Management.Automation.CommandInfo
    class System.Management.Automation.CommandInvocationIntrinsics
    class System.Management.Automation.CommandMetadata
    class System.Management.Automation.CompletionResult
    class System.Management.Automation.ContainerParentJob : System.Management.Automation.Job
    class System.Management.Automation.CredentialAttribute : \
    System.Management.Automation.ArgumentTransformationAttribute
    class System.Management.Automation.DebugRecord : System.Management.Automation.InformationalRecord
    class System.Management.Automation.DriveManagementIntrinsics
    class System.Management.Automation.DscLocalConfigurationManagerAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.DscPropertyAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.DscResourceAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.DynamicParameterAttribute : \
    System.Management.Automation.Internal.ParsingBaseAttribute
    class System.Management.Automation.EngineIntrinsics
    class System.Management.Automation.ErrorCategoryInfo
    class System.Management.Automation.ErrorDetails | System.Runtime.Serialization.ISerializable
    class System.Management.Automation.ErrorRecord | System.Runtime.Serialization.ISerializable
    class System.Management.Automation.ExperimentalAttribute : \
    System.Management.Automation.Internal.ParsingBaseAttribute
    class System.Management.Automation.ExperimentalFeature
    class System.Management.Automation.ExternalScriptInfo : System.Management.Automation.CommandInfo
    class System.Management.Automation.FilterInfo : System.Management.Automation.FunctionInfo
    class System.Management.Automation.ForwardedEventArgs : System.EventArgs
    class System.Management.Automation.FunctionInfo : System.Management.Automation.CommandInfo
    class System.Management.Automation.HiddenAttribute : System.Management.Automation.Internal.ParsingBaseAttribute
    struct System.Management.Automation.Host.BufferCell
    class System.Management.Automation.Host.ChoiceDescription
    struct System.Management.Automation.Host.Coordinates
    class System.Management.Automation.Host.FieldDescription
    struct System.Management.Automation.Host.KeyInfo
    class System.Management.Automation.Host.PSHost
    class System.Management.Automation.Host.PSHostRawUserInterface
    class System.Management.Automation.Host.PSHostUserInterface
    struct System.Management.Automation.Host.Rectangle
    struct System.Management.Automation.Host.Size
    class System.Management.Automation.HostInformationMessage
    interface System.Management.Automation.IArgumentCompleter
    interface System.Management.Automation.IDynamicParameters
    interface System.Management.Automation.IModuleAssemblyCleanup
    interface System.Management.Automation.IModuleAssemblyInitializer
    interface System.Management.Automation.IValidateSetValuesGenerator
    class System.Management.Automation.InformationRecord
    abstract System.Management.Automation.InformationalRecord
    static System.Management.Automation.Internal.AutomationNull
    abstract System.Management.Automation.Internal.CmdletMetadataAttribute : System.Attribute
    class System.Management.Automation.Internal.CommonParameters
    static System.Management.Automation.Internal.InternalTestHooks
    abstract System.Management.Automation.Internal.ParsingBaseAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.Internal.StringDecorated
    class System.Management.Automation.InvocationInfo
    class System.Management.Automation.Job : System.ComponentModel.Component
    class System.Management.Automation.LineBreakpoint : System.Management.Automation.Breakpoint
    class System.Management.Automation.LocalVariable : System.Management.Automation.PSVariable
    class System.Management.Automation.OutputTypeAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.PSAdaptedProperty : System.Management.Automation.PSProperty
    class System.Management.Automation.PSAliasProperty : System.Management.Automation.PSPropertyInfo
    class System.Management.Automation.PSCmdlet : System.Management.Automation.Cmdlet
    class System.Management.Automation.PSCodeMethod : System.Management.Automation.PSMethodInfo
    class System.Management.Automation.PSCodeProperty : System.Management.Automation.PSPropertyInfo
    class System.Management.Automation.PSCommand
    sealed System.Management.Automation.PSCredential | System.Runtime.Serialization.ISerializable
    class System.Management.Automation.PSCustomObject
    class System.Management.Automation.PSDataCollection`1 | IList ICollection IEnumerable IDisposable
    class System.Management.Automation.PSDataStreams
    class System.Management.Automation.PSDefaultValueAttribute : \
    System.Management.Automation.Internal.ParsingBaseAttribute
    class System.Management.Automation.PSDriveInfo | IComparable
    class System.Management.Automation.PSEngineEvent
    class System.Management.Automation.PSEventArgs : System.Management.Automation.ForwardedEventArgs
    class System.Management.Automation.PSEventJob : System.Management.Automation.Job
    class System.Management.Automation.PSEventManager
    class System.Management.Automation.PSEventSubscriber
    class System.Management.Automation.PSInternalMemberSet : System.Management.Automation.PSMemberSet
    class System.Management.Automation.PSInvocationSettings
    class System.Management.Automation.PSInvocationStateInfo
    class System.Management.Automation.PSListModifier
    class System.Management.Automation.PSListModifier`1 : System.Management.Automation.PSListModifier
    abstract System.Management.Automation.PSMemberInfo
    class System.Management.Automation.PSMemberInfoCollection`1 | IEnumerable
    class System.Management.Automation.PSMemberInfoIntegratingCollection`1 : \
    System.Management.Automation.PSMemberInfoCollection`1 | IEnumerable
    class System.Management.Automation.PSMemberSet : System.Management.Automation.PSMemberInfo
    class System.Management.Automation.PSMethod : System.Management.Automation.PSMethodInfo
    abstract System.Management.Automation.PSMethodInfo : System.Management.Automation.PSMemberInfo
    class System.Management.Automation.PSMethod`1 : System.Management.Automation.PSMethod
    class System.Management.Automation.PSModuleInfo
    class System.Management.Automation.PSNoteProperty : System.Management.Automation.PSPropertyInfo
    class System.Management.Automation.PSObject | IFormattable IComparable \
    System.Runtime.Serialization.ISerializable
    class System.Management.Automation.PSParameterizedProperty : System.Management.Automation.PSMethodInfo
    class System.Management.Automation.PSParser
    class System.Management.Automation.PSPrimitiveDictionary : System.Collections.Hashtable
    class System.Management.Automation.PSProperty : System.Management.Automation.PSPropertyInfo
    abstract System.Management.Automation.PSPropertyInfo : System.Management.Automation.PSMemberInfo
    class System.Management.Automation.PSPropertySet : System.Management.Automation.PSMemberInfo
    class System.Management.Automation.PSReference
    class System.Management.Automation.PSReference`1 : System.Management.Automation.PSReference
    class System.Management.Automation.PSRemotingJob : System.Management.Automation.Job
    class System.Management.Automation.PSScriptCmdlet : System.Management.Automation.PSCmdlet
    class System.Management.Automation.PSScriptMethod : System.Management.Automation.PSMethodInfo
    class System.Management.Automation.PSScriptProperty : System.Management.Automation.PSPropertyInfo
    static System.Management.Automation.PSSerializer
    class System.Management.Automation.PSStyle
    class System.Management.Automation.PSToken
    class System.Management.Automation.PSTypeName
    class System.Management.Automation.PSTypeNameAttribute : System.Attribute
    class System.Management.Automation.PSVariable
    class System.Management.Automation.PSVariableIntrinsics
    class System.Management.Automation.PSVariableProperty : System.Management.Automation.PSNoteProperty
    class System.Management.Automation.ParameterAttribute : \
    System.Management.Automation.Internal.ParsingBaseAttribute
    class System.Management.Automation.ParameterMetadata
    class System.Management.Automation.PathInfo
    class System.Management.Automation.PathIntrinsics
    static System.Management.Automation.Platform
    class System.Management.Automation.PowerShell | IDisposable
    class System.Management.Automation.ProgressRecord
    class System.Management.Automation.ProviderInfo
    class System.Management.Automation.ProviderIntrinsics
    class System.Management.Automation.ProxyCommand
    class System.Management.Automation.ReadOnlyPSMemberInfoCollection`1 | IEnumerable
    class System.Management.Automation.RemotingErrorRecord : System.Management.Automation.ErrorRecord
    class System.Management.Automation.Runspaces.Command
    class System.Management.Automation.Runspaces.CommandParameter
    class System.Management.Automation.Runspaces.InitialSessionState
    class System.Management.Automation.Runspaces.PSSession
    class System.Management.Automation.Runspaces.Pipeline | IDisposable
    class System.Management.Automation.Runspaces.Runspace | IDisposable
    static System.Management.Automation.Runspaces.RunspaceFactory
    class System.Management.Automation.Runspaces.RunspacePool | IDisposable
    class System.Management.Automation.Runspaces.RunspaceStateInfo
    class System.Management.Automation.Runspaces.SessionStateCmdletEntry : \
    System.Management.Automation.Runspaces.SessionStateCommandEntry
    class System.Management.Automation.Runspaces.SessionStateFunctionEntry : \
    System.Management.Automation.Runspaces.SessionStateCommandEntry
    class System.Management.Automation.Runspaces.SessionStateProxy
    class System.Management.Automation.Runspaces.SessionStateVariableEntry : \
    System.Management.Automation.Runspaces.ConstrainedSessionStateEntry
    class System.Management.Automation.Runspaces.TypeData
    class System.Management.Automation.RuntimeDefinedParameter
    class System.Management.Automation.RuntimeDefinedParameterDictionary | IDictionary ICollection IEnumerable
    class System.Management.Automation.ScriptBlock | System.Runtime.Serialization.ISerializable
    class System.Management.Automation.ScriptInfo : System.Management.Automation.CommandInfo
    class System.Management.Automation.SemanticVersion | IComparable
    class System.Management.Automation.SessionState
    class System.Management.Automation.SteppablePipeline | IDisposable
    class System.Management.Automation.SupportsWildcardsAttribute : \
    System.Management.Automation.Internal.ParsingBaseAttribute
    struct System.Management.Automation.SwitchParameter
    class System.Management.Automation.ThreadJob : System.Management.Automation.Job
    class System.Management.Automation.TypeAccelerators
    abstract System.Management.Automation.ValidateArgumentsAttribute : \
    System.Management.Automation.Internal.CmdletMetadataAttribute
    class System.Management.Automation.ValidateCountAttribute : \
    System.Management.Automation.ValidateArgumentsAttribute
    class System.Management.Automation.ValidateDriveAttribute : \
    System.Management.Automation.ValidateArgumentsAttribute
    abstract System.Management.Automation.ValidateEnumeratedArgumentsAttribute : \
    System.Management.Automation.ValidateArgumentsAttribute
    class System.Management.Automation.ValidateLengthAttribute : \
    System.Management.Automation.ValidateEnumeratedArgumentsAttribute
    class System.Management.Automation.ValidateNotNullAttribute : \
    System.Management.Automation.ValidateArgumentsAttribute
    class System.Management.Automation.ValidateNotNullOrEmptyAttribute : \
    System.Management.Automation.ValidateArgumentsAttribute
    class System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute : \
    System.Management.Automation.ValidateArgumentsAttribute
    class System.Management.Automation.ValidatePatternAttribute : \
    System.Management.Automation.ValidateEnumeratedArgumentsAttribute
    class System.Management.Automation.ValidateRangeAttribute : \
    System.Management.Automation.ValidateEnumeratedArgumentsAttribute
    class System.Management.Automation.ValidateScriptAttribute : \
    System.Management.Automation.ValidateEnumeratedArgumentsAttribute
    class System.Management.Automation.ValidateSetAttribute : \
    System.Management.Automation.ValidateEnumeratedArgumentsAttribute
    class System.Management.Automation.ValidateTrustedDataAttribute : \
    System.Management.Automation.ValidateArgumentsAttribute
    class System.Management.Automation.ValidateUserDriveAttribute : \
    System.Management.Automation.ValidateDriveAttribute
    class System.Management.Automation.VariableBreakpoint : System.Management.Automation.Breakpoint
    class System.Management.Automation.VariablePath
    class System.Management.Automation.VerboseRecord : System.Management.Automation.InformationalRecord
    class System.Management.Automation.WarningRecord : System.Management.Automation.InformationalRecord
    class System.Management.Automation.WildcardPattern
    """
}
