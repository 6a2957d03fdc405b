extension ShapeData {
  /// Exceptions and their bases.
  static let exceptions: StaticString = """
    class Microsoft.PowerShell.Commands.HttpResponseException : System.Net.Http.HttpRequestException | \
    System.Runtime.Serialization.ISerializable
    class Microsoft.PowerShell.Commands.ProcessCommandException : System.SystemException
    class Microsoft.PowerShell.Commands.ServiceCommandException : System.SystemException
    class Microsoft.PowerShell.Commands.WriteErrorException : System.SystemException
    class System.AccessViolationException : System.SystemException
    class System.AggregateException : System.Exception
    class System.ApplicationException : System.Exception
    class System.ArgumentException : System.SystemException
    class System.ArgumentNullException : System.ArgumentException
    class System.ArgumentOutOfRangeException : System.ArgumentException
    class System.ArithmeticException : System.SystemException
    class System.ArrayTypeMismatchException : System.SystemException
    class System.BadImageFormatException : System.SystemException
    class System.Collections.Generic.KeyNotFoundException : System.SystemException
    class System.ComponentModel.InvalidEnumArgumentException : System.ArgumentException
    class System.ComponentModel.Win32Exception : System.Runtime.InteropServices.ExternalException
    class System.Configuration.ConfigurationException : System.SystemException
    class System.Data.DataException : System.SystemException
    class System.DivideByZeroException : System.ArithmeticException
    class System.DllNotFoundException : System.TypeLoadException
    class System.EntryPointNotFoundException : System.TypeLoadException
    class System.Exception | System.Runtime.Serialization.ISerializable
    class System.ExecutionEngineException : System.SystemException
    class System.FieldAccessException : System.MemberAccessException
    class System.FormatException : System.SystemException
    class System.Globalization.CultureNotFoundException : System.ArgumentException
    class System.IO.DirectoryNotFoundException : System.IO.IOException
    class System.IO.DriveNotFoundException : System.IO.IOException
    class System.IO.EndOfStreamException : System.IO.IOException
    class System.IO.FileLoadException : System.IO.IOException
    class System.IO.FileNotFoundException : System.IO.IOException
    class System.IO.IOException : System.SystemException
    class System.IO.InvalidDataException : System.SystemException
    class System.IO.PathTooLongException : System.IO.IOException
    class System.IndexOutOfRangeException : System.SystemException
    class System.InsufficientMemoryException : System.OutOfMemoryException
    class System.InvalidCastException : System.SystemException
    class System.InvalidOperationException : System.SystemException
    class System.InvalidProgramException : System.SystemException
    class System.InvalidTimeZoneException : System.Exception
    class System.Management.Automation.ActionPreferenceStopException : System.Management.Automation.RuntimeException
    class System.Management.Automation.ApplicationFailedException : System.Management.Automation.RuntimeException
    class System.Management.Automation.ArgumentTransformationMetadataException : \
    System.Management.Automation.MetadataException
    class System.Management.Automation.BreakException : System.Management.Automation.LoopFlowException
    class System.Management.Automation.CmdletInvocationException : System.Management.Automation.RuntimeException
    class System.Management.Automation.CmdletProviderInvocationException : \
    System.Management.Automation.CmdletInvocationException
    class System.Management.Automation.CommandNotFoundException : System.Management.Automation.RuntimeException
    class System.Management.Automation.ContinueException : System.Management.Automation.LoopFlowException
    class System.Management.Automation.DriveNotFoundException : System.Management.Automation.SessionStateException
    class System.Management.Automation.ExtendedTypeSystemException : System.Management.Automation.RuntimeException
    class System.Management.Automation.FlowControlException : System.SystemException
    class System.Management.Automation.GetValueException : System.Management.Automation.ExtendedTypeSystemException
    class System.Management.Automation.GetValueInvocationException : System.Management.Automation.GetValueException
    class System.Management.Automation.HaltCommandException : System.SystemException
    class System.Management.Automation.Host.HostException : System.Management.Automation.RuntimeException
    class System.Management.Automation.Host.PromptingException : System.Management.Automation.Host.HostException
    class System.Management.Automation.IncompleteParseException : System.Management.Automation.ParseException
    class System.Management.Automation.InvalidJobStateException : System.SystemException
    class System.Management.Automation.InvalidPowerShellStateException : System.SystemException
    class System.Management.Automation.ItemNotFoundException : System.Management.Automation.SessionStateException
    class System.Management.Automation.JobFailedException : System.SystemException
    class System.Management.Automation.LoopFlowException : System.Management.Automation.FlowControlException
    class System.Management.Automation.MetadataException : System.Management.Automation.RuntimeException
    class System.Management.Automation.MethodException : System.Management.Automation.ExtendedTypeSystemException
    class System.Management.Automation.MethodInvocationException : System.Management.Automation.MethodException
    class System.Management.Automation.NativeCommandExitException : System.Management.Automation.RuntimeException
    class System.Management.Automation.NativeCommandIOException : System.SystemException
    class System.Management.Automation.PSArgumentException : System.ArgumentException
    class System.Management.Automation.PSArgumentNullException : System.ArgumentNullException
    class System.Management.Automation.PSArgumentOutOfRangeException : System.ArgumentOutOfRangeException
    class System.Management.Automation.PSInvalidCastException : System.InvalidCastException
    class System.Management.Automation.PSInvalidOperationException : System.InvalidOperationException
    class System.Management.Automation.PSNotImplementedException : System.NotImplementedException
    class System.Management.Automation.PSNotSupportedException : System.NotSupportedException
    class System.Management.Automation.PSObjectDisposedException : System.ObjectDisposedException
    class System.Management.Automation.PSSecurityException : System.Management.Automation.RuntimeException
    class System.Management.Automation.ParameterBindingArgumentTransformationException : \
    System.Management.Automation.ParameterBindingException
    class System.Management.Automation.ParameterBindingException : System.Management.Automation.RuntimeException
    class System.Management.Automation.ParameterBindingValidationException : \
    System.Management.Automation.ParameterBindingException
    class System.Management.Automation.ParseException : System.Management.Automation.RuntimeException
    class System.Management.Automation.ParsingMetadataException : System.Management.Automation.MetadataException
    class System.Management.Automation.PipelineClosedException : System.Management.Automation.RuntimeException
    class System.Management.Automation.PipelineDepthException : System.SystemException
    class System.Management.Automation.PipelineStoppedException : System.Management.Automation.RuntimeException
    class System.Management.Automation.PropertyNotFoundException : \
    System.Management.Automation.ExtendedTypeSystemException
    class System.Management.Automation.ProviderInvocationException : System.Management.Automation.RuntimeException
    class System.Management.Automation.ProviderNameAmbiguousException : \
    System.Management.Automation.ProviderNotFoundException
    class System.Management.Automation.ProviderNotFoundException : \
    System.Management.Automation.SessionStateException
    class System.Management.Automation.RemoteException : System.Management.Automation.RuntimeException
    class System.Management.Automation.Remoting.PSRemotingTransportException : \
    System.Management.Automation.RuntimeException
    class System.Management.Automation.RuntimeException : System.SystemException
    class System.Management.Automation.ScriptCallDepthException : System.SystemException
    class System.Management.Automation.ScriptRequiresException : System.Management.Automation.RuntimeException
    class System.Management.Automation.SessionStateException : System.Management.Automation.RuntimeException
    class System.Management.Automation.SessionStateOverflowException : \
    System.Management.Automation.SessionStateException
    class System.Management.Automation.SessionStateUnauthorizedAccessException : \
    System.Management.Automation.SessionStateException
    class System.Management.Automation.SetValueException : System.Management.Automation.ExtendedTypeSystemException
    class System.Management.Automation.SetValueInvocationException : System.Management.Automation.SetValueException
    class System.Management.Automation.TerminateException : System.Management.Automation.FlowControlException
    class System.Management.Automation.ValidationMetadataException : System.Management.Automation.MetadataException
    class System.Management.Automation.WildcardPatternException : System.Management.Automation.RuntimeException
    class System.MemberAccessException : System.SystemException
    class System.MethodAccessException : System.MemberAccessException
    class System.MissingFieldException : System.MissingMemberException
    class System.MissingMemberException : System.MemberAccessException
    class System.MissingMethodException : System.MissingMemberException
    class System.Net.Http.HttpRequestException : System.Exception
    class System.Net.ProtocolViolationException : System.InvalidOperationException
    class System.Net.Sockets.SocketException : System.ComponentModel.Win32Exception
    class System.Net.WebException : System.InvalidOperationException
    class System.NotFiniteNumberException : System.ArithmeticException
    class System.NotImplementedException : System.SystemException
    class System.NotSupportedException : System.SystemException
    class System.NullReferenceException : System.SystemException
    class System.ObjectDisposedException : System.InvalidOperationException
    class System.OperationCanceledException : System.SystemException
    class System.OutOfMemoryException : System.SystemException
    class System.OverflowException : System.ArithmeticException
    class System.PlatformNotSupportedException : System.NotSupportedException
    class System.RankException : System.SystemException
    class System.Reflection.AmbiguousMatchException : System.SystemException
    class System.Reflection.ReflectionTypeLoadException : System.SystemException
    class System.Reflection.TargetException : System.ApplicationException
    class System.Reflection.TargetInvocationException : System.ApplicationException
    class System.Reflection.TargetParameterCountException : System.ApplicationException
    class System.Runtime.InteropServices.COMException : System.Runtime.InteropServices.ExternalException
    class System.Runtime.InteropServices.ExternalException : System.SystemException
    class System.Runtime.Serialization.SerializationException : System.SystemException
    class System.Security.Authentication.AuthenticationException : System.SystemException
    class System.Security.Cryptography.CryptographicException : System.SystemException
    class System.Security.SecurityException : System.SystemException
    class System.StackOverflowException : System.SystemException
    class System.SystemException : System.Exception
    class System.Text.DecoderFallbackException : System.ArgumentException
    class System.Text.EncoderFallbackException : System.ArgumentException
    class System.Text.Json.JsonException : System.Exception
    class System.Text.RegularExpressions.RegexMatchTimeoutException : System.TimeoutException
    class System.Text.RegularExpressions.RegexParseException : System.ArgumentException
    class System.Threading.AbandonedMutexException : System.SystemException
    class System.Threading.SynchronizationLockException : System.SystemException
    class System.Threading.Tasks.TaskCanceledException : System.OperationCanceledException
    class System.Threading.ThreadAbortException : System.SystemException
    class System.Threading.ThreadInterruptedException : System.SystemException
    class System.Threading.WaitHandleCannotBeOpenedException : System.ApplicationException
    class System.TimeZoneNotFoundException : System.Exception
    class System.TimeoutException : System.SystemException
    class System.TypeInitializationException : System.SystemException
    class System.TypeLoadException : System.SystemException
    class System.UnauthorizedAccessException : System.SystemException
    class System.UriFormatException : System.FormatException
    class System.Xml.Schema.XmlSchemaException : System.SystemException
    class System.Xml.XPath.XPathException : System.SystemException
    class System.Xml.XmlException : System.SystemException
    """
}
