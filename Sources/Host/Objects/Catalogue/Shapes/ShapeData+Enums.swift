extension ShapeData {
  /// Enumerations: `enum Name[!][(Underlying)] = names`, values counted on from the last one given; `!` marks flags.
  static let enums: StaticString = """
    enum Microsoft.PowerShell.Commands.FileSystemCmdletProviderEncoding = Unknown
    enum Microsoft.PowerShell.Commands.ModuleTypes = Script Binary
    enum Microsoft.PowerShell.Commands.OutputAssemblyType = Library ConsoleApplication WindowsApplication
    enum Microsoft.PowerShell.Commands.WebRequestMethod = Default Get Head Post Put Delete Trace Options Merge Patch
    enum Microsoft.PowerShell.ExecutionPolicy = Unrestricted RemoteSigned AllSigned Restricted Bypass Undefined
    enum Microsoft.PowerShell.ExecutionPolicyScope = Process CurrentUser LocalMachine UserPolicy MachinePolicy
    enum Microsoft.Win32.RegistryValueKind = Unknown String ExpandString Binary DWord MultiString=7 QWord=11 None=-1
    enum Microsoft.Win32.RegistryValueOptions! = None DoNotExpandEnvironmentNames
    enum System.AttributeTargets! = Assembly=1 Module=2 Class=4 Struct=8 Enum=16 Constructor=32 Method=64 \
    Property=128 Field=256 Event=512 Interface=1024 Parameter=2048 Delegate=4096 ReturnValue=8192 \
    GenericParameter=16384 All=32767
    enum System.Base64FormattingOptions! = None InsertLineBreaks
    enum System.ComponentModel.EditorBrowsableState = Always Never Advanced
    enum System.ComponentModel.InheritanceLevel = Inherited=1 InheritedReadOnly NotInherited
    enum System.ComponentModel.ListSortDirection = Ascending Descending
    enum System.ConsoleColor = Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray \
    Blue Green Cyan Red Magenta Yellow White
    enum System.ConsoleKey = Backspace=8 Tab=9 Clear=12 Enter=13 Pause=19 Escape=27 Spacebar=32 PageUp PageDown \
    End Home LeftArrow UpArrow RightArrow DownArrow Select Print Execute PrintScreen Insert Delete Help D0 D1 D2 \
    D3 D4 D5 D6 D7 D8 D9 A=65 B C D E F G H I J K L M N O P Q R S T U V W X Y Z F1=112 F2 F3 F4 F5 F6 F7 F8 F9 \
    F10 F11 F12
    enum System.ConsoleModifiers! = None Alt=1 Shift=2 Control=4
    enum System.ConsoleSpecialKey = ControlC ControlBreak
    enum System.DateTimeKind = Unspecified Utc Local
    enum System.DayOfWeek = Sunday Monday Tuesday Wednesday Thursday Friday Saturday
    enum System.Diagnostics.EventLogEntryType = Error=1 Warning=2 Information=4 SuccessAudit=8 FailureAudit=16
    enum System.Diagnostics.ProcessPriorityClass = Normal=32 Idle=64 High=128 RealTime=256 BelowNormal=16384 \
    AboveNormal=32768
    enum System.Diagnostics.ProcessWindowStyle = Normal Hidden Minimized Maximized
    enum System.Environment+SpecialFolder = Desktop Programs=2 MyDocuments=5 Personal=5 Favorites Startup Recent \
    SendTo StartMenu=11 MyMusic=13 MyVideos DesktopDirectory=16 MyComputer NetworkShortcuts=19 Fonts Templates \
    CommonStartMenu CommonPrograms CommonStartup CommonDesktopDirectory ApplicationData PrinterShortcuts \
    LocalApplicationData InternetCache=32 Cookies History CommonApplicationData Windows System ProgramFiles \
    MyPictures UserProfile SystemX86 ProgramFilesX86 CommonProgramFiles CommonProgramFilesX86 CommonTemplates \
    CommonDocuments CommonAdminTools AdminTools CommonMusic=53 CommonPictures CommonVideos Resources \
    LocalizedResources CommonOemLinks CDBurning
    enum System.Environment+SpecialFolderOption = None DoNotVerify=16384 Create=32768
    enum System.EnvironmentVariableTarget = Process User Machine
    enum System.GCCollectionMode = Default Forced Optimized Aggressive
    enum System.GenericUriParserOptions! = Default
    enum System.Globalization.CalendarWeekRule = FirstDay FirstFullWeek FirstFourDayWeek
    enum System.Globalization.CompareOptions! = None IgnoreCase IgnoreNonSpace IgnoreSymbols=4 IgnoreKanaType=8 \
    IgnoreWidth=16 NumericOrdering=32 OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824
    enum System.Globalization.CultureTypes! = NeutralCultures=1 SpecificCultures InstalledWin32Cultures=4 \
    AllCultures=7 UserCustomCulture ReplacementCultures=16 WindowsOnlyCultures=32 FrameworkCultures=64
    enum System.Globalization.DateTimeStyles! = None AllowLeadingWhite AllowTrailingWhite AllowInnerWhite=4 \
    AllowWhiteSpaces=7 NoCurrentDateDefault AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 \
    RoundtripKind=128
    enum System.Globalization.DigitShapes = Context None NativeNational
    enum System.Globalization.NumberStyles! = None AllowLeadingWhite AllowTrailingWhite AllowLeadingSign=4 \
    Integer=7 AllowTrailingSign AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 Number=111 \
    AllowExponent=128 Float=167 AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier HexNumber=515 \
    AllowBinarySpecifier=1024 BinaryNumber=1027
    enum System.Globalization.TimeSpanStyles! = None AssumeNegative
    enum System.Globalization.UnicodeCategory = UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter \
    OtherLetter NonSpacingMark SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber \
    SpaceSeparator LineSeparator ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation \
    DashPunctuation OpenPunctuation ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation \
    OtherPunctuation MathSymbol CurrencySymbol ModifierSymbol OtherSymbol OtherNotAssigned
    enum System.IO.Compression.CompressionLevel = Optimal Fastest NoCompression SmallestSize
    enum System.IO.Compression.CompressionMode = Decompress Compress
    enum System.IO.Compression.ZipArchiveMode = Read Create Update
    enum System.IO.DriveType = Unknown NoRootDirectory Removable Fixed Network CDRom Ram
    enum System.IO.FileAccess! = Read=1 Write ReadWrite
    enum System.IO.FileAttributes! = None ReadOnly Hidden System=4 Directory=16 Archive=32 Device=64 Normal=128 \
    Temporary=256 SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 \
    Encrypted=16384 IntegrityStream=32768 NoScrubData=131072
    enum System.IO.FileMode = CreateNew=1 Create Open OpenOrCreate Truncate Append
    enum System.IO.FileOptions! = None Encrypted=16384 DeleteOnClose=67108864 SequentialScan=134217728 \
    RandomAccess=268435456 Asynchronous=1073741824 WriteThrough=-2147483648
    enum System.IO.FileShare! = None Read Write ReadWrite Delete Inheritable=16
    enum System.IO.MatchCasing = PlatformDefault CaseSensitive CaseInsensitive
    enum System.IO.MatchType = Simple Win32
    enum System.IO.NotifyFilters! = FileName=1 DirectoryName Attributes=4 Size=8 LastWrite=16 LastAccess=32 \
    CreationTime=64 Security=256
    enum System.IO.SearchOption = TopDirectoryOnly AllDirectories
    enum System.IO.SeekOrigin = Begin Current End
    enum System.IO.UnixFileMode! = None OtherExecute=1 OtherWrite=2 OtherRead=4 GroupExecute=8 GroupWrite=16 \
    GroupRead=32 UserExecute=64 UserWrite=128 UserRead=256 StickyBit=512 SetGroup=1024 SetUser=2048
    enum System.IO.WatcherChangeTypes! = Created=1 Deleted=2 Changed=4 Renamed=8 All=15
    enum System.Management.Automation.ActionPreference = SilentlyContinue Stop Continue Inquire Ignore Suspend Break
    enum System.Management.Automation.CommandOrigin = Runspace Internal
    enum System.Management.Automation.CommandTypes! = Alias=1 Function Filter=4 Cmdlet=8 ExternalScript=16 \
    Application=32 Script=64 Configuration=256 All=383
    enum System.Management.Automation.CompletionResultType = Text History Command ProviderItem ProviderContainer \
    Property Method ParameterName ParameterValue Variable Namespace Type Keyword DynamicKeyword
    enum System.Management.Automation.ConfirmImpact = None Low Medium High
    enum System.Management.Automation.DebuggerResumeAction = Continue StepInto StepOut StepOver Stop
    enum System.Management.Automation.ErrorCategory = NotSpecified OpenError CloseError DeviceError \
    DeadlockDetected InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType MetadataError \
    NotImplemented NotInstalled ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError \
    PermissionDenied ResourceBusy ResourceExists ResourceUnavailable ReadError WriteError FromStdErr \
    SecurityError ProtocolError ConnectionError AuthenticationError LimitsExceeded QuotaExceeded NotEnabled
    enum System.Management.Automation.ErrorView = NormalView CategoryView ConciseView DetailedView
    enum System.Management.Automation.ExperimentAction = None Hide Show
    enum System.Management.Automation.Host.ReadKeyOptions! = AllowCtrlC=1 NoEcho=2 IncludeKeyDown=4 IncludeKeyUp=8
    enum System.Management.Automation.JobState = NotStarted Running Completed Failed Stopped Blocked Suspended \
    Disconnected Suspending Stopping AtBreakpoint
    enum System.Management.Automation.Language.AstVisitAction = Continue SkipChildren StopVisit
    enum System.Management.Automation.Language.ConfigurationType = Resource Meta
    enum System.Management.Automation.Language.DynamicKeywordBodyMode = Command ScriptBlock Hashtable
    enum System.Management.Automation.Language.DynamicKeywordNameMode = NoName SimpleNameRequired NameRequired \
    SimpleOptionalName OptionalName
    enum System.Management.Automation.Language.ForEachFlags! = None Parallel
    enum System.Management.Automation.Language.MethodAttributes! = None Public Private Static=16 Hidden=64
    enum System.Management.Automation.Language.PropertyAttributes! = None Public Private Static=16 Literal=32 \
    Hidden=64
    enum System.Management.Automation.Language.RedirectionStream = All Output Error Warning Verbose Debug \
    Information
    enum System.Management.Automation.Language.StringConstantType = SingleQuoted SingleQuotedHereString \
    DoubleQuoted DoubleQuotedHereString BareWord
    enum System.Management.Automation.Language.SwitchFlags! = None File Regex Wildcard=4 Exact=8 \
    CaseSensitive=16 Parallel=32
    enum System.Management.Automation.Language.TokenFlags! = None BinaryPrecedenceLogical \
    BinaryPrecedenceBitwise BinaryPrecedenceComparison=5 BinaryPrecedenceCoalesce=7 BinaryPrecedenceAdd=9 \
    BinaryPrecedenceMultiply BinaryPrecedenceFormat=12 BinaryPrecedenceRange BinaryPrecedenceMask=15 Keyword \
    ScriptBlockBlockName=32 BinaryOperator=256 UnaryOperator=512 CaseSensitiveOperator=1024 TernaryOperator=2048 \
    SpecialOperator=4096 AssignmentOperator=8192 ParseModeInvariant=32768 TokenInError=65536 \
    DisallowedInRestrictedMode=131072 PrefixOrPostfixOperator=262144 CommandName=524288 MemberName=1048576 \
    TypeName=2097152 AttributeName=4194304 CanConstantFold=8388608 StatementDoesntSupportAttributes=16777216
    enum System.Management.Automation.Language.TokenKind = Unknown Variable SplattedVariable Parameter Number \
    Label Identifier Generic NewLine LineContinuation Comment EndOfInput StringLiteral StringExpandable \
    HereStringLiteral HereStringExpandable LParen RParen LCurly RCurly LBracket RBracket AtParen AtCurly \
    DollarParen Semi AndAnd OrOr Ampersand Pipe Comma MinusMinus PlusPlus DotDot ColonColon Dot Exclaim Multiply \
    Divide Rem Plus Minus Equals PlusEquals MinusEquals MultiplyEquals DivideEquals RemainderEquals Redirection \
    RedirectInStd Format Not Bnot And Or Xor Band Bor Bxor Join Ieq Ine Ige Igt Ilt Ile Ilike Inotlike Imatch \
    Inotmatch Ireplace Icontains Inotcontains Iin Inotin Isplit Ceq Cne Cge Cgt Clt Cle Clike Cnotlike Cmatch \
    Cnotmatch Creplace Ccontains Cnotcontains Cin Cnotin Csplit Is IsNot As PostfixPlusPlus PostfixMinusMinus \
    Shl Shr Colon QuestionMark QuestionQuestionEquals QuestionQuestion QuestionDot QuestionLBracket Begin=119 \
    Break Catch Class Continue Data Define Do Dynamicparam Else ElseIf End Exit Filter Finally For Foreach From \
    Function If In Param Process Return Switch Throw Trap Try Until Using Var While Workflow Parallel Sequence \
    InlineScript Configuration DynamicKeyword Public Private Static Interface Enum Namespace Module Type \
    Assembly Command Hidden Base Default Clean
    enum System.Management.Automation.Language.TypeAttributes! = None Class Interface Enum=4
    enum System.Management.Automation.Language.UsingStatementKind = Assembly Command Module Namespace Type
    enum System.Management.Automation.ModuleAccessMode = ReadWrite ReadOnly Constant
    enum System.Management.Automation.ModuleType = Script Binary Manifest Cim Workflow
    enum System.Management.Automation.NativeArgumentPassingStyle = Legacy Standard Windows
    enum System.Management.Automation.OutputRendering = Host PlainText Ansi
    enum System.Management.Automation.PSInvocationState = NotStarted Running Stopping Stopped Completed Failed \
    Disconnected
    enum System.Management.Automation.PSLanguageMode = FullLanguage RestrictedLanguage NoLanguage \
    ConstrainedLanguage
    enum System.Management.Automation.PSMemberTypes! = AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 \
    ScriptProperty=16 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 ParameterizedProperty=512 \
    MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 Properties=8223 Methods=448 All=16383
    enum System.Management.Automation.PSMemberViewTypes! = Extended=1 Adapted=2 Base=4 All=7
    enum System.Management.Automation.PSTokenType = Unknown Command CommandParameter CommandArgument Number \
    String Variable Member LoopLabel Attribute Type Operator GroupStart GroupEnd Keyword Comment \
    StatementSeparator NewLine LineContinuation Position
    enum System.Management.Automation.Platform+XDG_Type = CONFIG CACHE DATA USER_MODULES SHARED_MODULES DEFAULT
    enum System.Management.Automation.ProgressRecordType = Processing Completed
    enum System.Management.Automation.ProgressView = Minimal Classic
    enum System.Management.Automation.ReturnContainers = ReturnMatchingContainers ReturnAllContainers
    enum System.Management.Automation.RunspaceMode = CurrentRunspace NewRunspace
    enum System.Management.Automation.Runspaces.PSThreadOptions = Default UseNewThread ReuseThread UseCurrentThread
    enum System.Management.Automation.Runspaces.PipelineResultTypes! = None Output Error Warning Verbose Debug \
    Information All=2147483647 Null=2147483646
    enum System.Management.Automation.Runspaces.RunspaceAvailability = None Available AvailableForNestedCommand \
    Busy RemoteDebug
    enum System.Management.Automation.Runspaces.RunspaceState = BeforeOpen Opening Opened Closed Closing Broken \
    Disconnecting Disconnected Connecting
    enum System.Management.Automation.ScopedItemOptions! = None ReadOnly Constant Private=4 AllScope=8 \
    Unspecified=16
    enum System.Management.Automation.SessionCapabilities! = RemoteServer=1 WorkflowServer=2 Language=4
    enum System.Management.Automation.SessionStateEntryVisibility = Public Private
    enum System.Management.Automation.ShouldProcessReason! = None WhatIf
    enum System.Management.Automation.SignatureStatus = Valid UnknownError NotSigned HashMismatch NotTrusted \
    NotSupportedFileFormat Incompatible
    enum System.Management.Automation.SigningOption = AddOnlyCertificate AddFullCertificateChain \
    AddFullCertificateChainExceptRoot
    enum System.Management.Automation.ValidateRangeKind = Positive NonNegative Negative NonPositive
    enum System.Management.Automation.WhereOperatorSelectionMode = Default First Last SkipUntil Until Split
    enum System.Management.Automation.WildcardOptions! = None Compiled IgnoreCase CultureInvariant=4
    enum System.MidpointRounding = ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity
    enum System.Net.Http.HttpCompletionOption = ResponseContentRead ResponseHeadersRead
    enum System.Net.HttpStatusCode = Continue=100 SwitchingProtocols Processing EarlyHints OK=200 Created \
    Accepted NonAuthoritativeInformation NoContent ResetContent PartialContent MultiStatus AlreadyReported \
    IMUsed=226 MultipleChoices=300 Ambiguous=300 MovedPermanently Moved=301 Found Redirect=302 SeeOther \
    RedirectMethod=303 NotModified UseProxy Unused TemporaryRedirect RedirectKeepVerb=307 PermanentRedirect \
    BadRequest=400 Unauthorized PaymentRequired Forbidden NotFound MethodNotAllowed NotAcceptable \
    ProxyAuthenticationRequired RequestTimeout Conflict Gone LengthRequired PreconditionFailed \
    RequestEntityTooLarge RequestUriTooLong UnsupportedMediaType RequestedRangeNotSatisfiable ExpectationFailed \
    MisdirectedRequest=421 UnprocessableEntity UnprocessableContent=422 Locked FailedDependency \
    UpgradeRequired=426 PreconditionRequired=428 TooManyRequests RequestHeaderFieldsTooLarge=431 \
    UnavailableForLegalReasons=451 InternalServerError=500 NotImplemented BadGateway ServiceUnavailable \
    GatewayTimeout HttpVersionNotSupported VariantAlsoNegotiates InsufficientStorage LoopDetected \
    NotExtended=510 NetworkAuthenticationRequired
    enum System.Net.Security.SslPolicyErrors! = None RemoteCertificateNotAvailable RemoteCertificateNameMismatch \
    RemoteCertificateChainErrors=4
    enum System.Net.SecurityProtocolType! = SystemDefault Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288
    enum System.Net.Sockets.AddressFamily = Unspecified Unix InterNetwork ImpLink Pup Chaos NS Ipx=6 Iso Osi=7 \
    Ecma DataKit Ccitt Sna DecNet DataLink Lat HyperChannel AppleTalk NetBios VoiceView FireFox Banyan=21 Atm \
    InterNetworkV6 Cluster Ieee12844 Irda NetworkDesigners=28 Max Packet=65536 ControllerAreaNetwork Unknown=-1
    enum System.Net.Sockets.ProtocolType = IP Icmp Igmp Ggp IPv4 Tcp=6 Udp=17 IPv6=41 Raw=255 Unknown=-1
    enum System.Net.Sockets.SocketType = Stream=1 Dgram Raw Rdm Seqpacket Unknown=-1
    enum System.PlatformID = Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other
    enum System.Reflection.BindingFlags! = Default IgnoreCase DeclaredOnly Instance=4 Static=8 Public=16 \
    NonPublic=32 FlattenHierarchy=64 InvokeMethod=256 CreateInstance=512 GetField=1024 SetField=2048 \
    GetProperty=4096 SetProperty=8192 PutDispProperty=16384 PutRefDispProperty=32768 ExactBinding=65536 \
    SuppressChangeType=131072 OptionalParamBinding=262144 IgnoreReturn=16777216 DoNotWrapExceptions=33554432
    enum System.Reflection.MemberTypes! = Constructor=1 Event=2 Field=4 Method=8 Property=16 TypeInfo=32 \
    Custom=64 NestedType=128 All=191
    enum System.Reflection.ProcessorArchitecture = None MSIL X86 IA64 Amd64 Arm
    enum System.Runtime.InteropServices.Architecture = X86 X64 Arm Arm64 Wasm S390x LoongArch64 Armv6 Ppc64le \
    RiscV64
    enum System.Runtime.InteropServices.CharSet = None=1 Ansi Unicode Auto
    enum System.Security.Cryptography.CipherMode = CBC=1 ECB OFB CFB CTS
    enum System.Security.Cryptography.PaddingMode = None=1 PKCS7 Zeros ANSIX923 ISO10126
    enum System.Security.Cryptography.X509Certificates.OpenFlags! = ReadOnly ReadWrite MaxAllowed \
    OpenExistingOnly=4 IncludeArchived=8
    enum System.Security.Cryptography.X509Certificates.X509KeyStorageFlags! = DefaultKeySet UserKeySet \
    MachineKeySet Exportable=4 UserProtected=8 PersistKeySet=16 EphemeralKeySet=32
    enum System.Security.Principal.WindowsBuiltInRole = Administrator=544 User Guest PowerUser AccountOperator \
    SystemOperator PrintOperator BackupOperator Replicator
    enum System.StringComparison = CurrentCulture CurrentCultureIgnoreCase InvariantCulture \
    InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase
    enum System.StringSplitOptions! = None RemoveEmptyEntries TrimEntries
    enum System.Text.NormalizationForm = FormC=1 FormD FormKC=5 FormKD
    enum System.Text.RegularExpressions.RegexOptions! = None IgnoreCase Multiline ExplicitCapture=4 Compiled=8 \
    Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 \
    NonBacktracking=1024
    enum System.Threading.ApartmentState = STA MTA Unknown
    enum System.Threading.Tasks.TaskStatus = Created WaitingForActivation WaitingToRun Running \
    WaitingForChildrenToComplete RanToCompletion Canceled Faulted
    enum System.Threading.ThreadPriority = Lowest BelowNormal Normal AboveNormal Highest
    enum System.Threading.ThreadState! = Running StopRequested SuspendRequested=2 Background=4 Unstarted=8 \
    Stopped=16 WaitSleepJoin=32 Suspended=64 AbortRequested=128 Aborted=256
    enum System.TypeCode = Empty Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 \
    Single Double Decimal DateTime String=18
    enum System.UriComponents! = Scheme=1 UserInfo=2 Host=4 Port=8 Path=16 Query=32 Fragment=64 StrongPort=128 \
    NormalizedHost=256 KeepDelimiter=1073741824
    enum System.UriFormat = UriEscaped=1 Unescaped SafeUnescaped
    enum System.UriHostNameType = Unknown Basic Dns IPv4 IPv6
    enum System.UriKind = RelativeOrAbsolute Absolute Relative
    enum System.UriPartial = Scheme Authority Path Query
    enum System.Xml.ConformanceLevel = Auto Fragment Document
    enum System.Xml.Formatting = None Indented
    enum System.Xml.NewLineHandling = Replace Entitize None
    enum System.Xml.XmlDateTimeSerializationMode = Local Utc Unspecified RoundtripKind
    enum System.Xml.XmlNodeType = None Element Attribute Text CDATA EntityReference Entity ProcessingInstruction \
    Comment Document DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement \
    EndEntity XmlDeclaration
    """
}
