extension ShapeData {
  /// Types of the framework.
  static let framework: StaticString = """
    sealed System.Action : System.MulticastDelegate
    sealed System.Action`1 : System.MulticastDelegate
    sealed System.Action`2 : System.MulticastDelegate
    sealed System.Action`3 : System.MulticastDelegate
    sealed System.Action`4 : System.MulticastDelegate
    sealed System.Action`5 : System.MulticastDelegate
    static System.Activator
    class System.AppDomain
    abstract System.Array | ICloneable IList ICollection IEnumerable IStructuralComparable IStructuralEquatable
    sealed System.AsyncCallback : System.MulticastDelegate
    class System.Attribute
    static System.BitConverter
    struct System.Boolean | IComparable IConvertible IComparable[bool] IEquatable[bool]
    struct System.Byte | IComparable IConvertible IFormattable ISpanFormattable IComparable[byte] IEquatable[byte]
    struct System.Char | IComparable IConvertible IFormattable ISpanFormattable IComparable[char] IEquatable[char]
    class System.CharEnumerator | IEnumerator ICloneable IDisposable
    class System.Collections.ArrayList | IList ICollection IEnumerable ICloneable
    sealed System.Collections.BitArray | ICollection IEnumerable ICloneable
    class System.Collections.CaseInsensitiveComparer | IComparer
    abstract System.Collections.CollectionBase | IList ICollection IEnumerable
    class System.Collections.Comparer | IComparer
    class System.Collections.Concurrent.BlockingCollection`1 | IEnumerable[T] IReadOnlyCollection[T] ICollection \
    IEnumerable IDisposable
    class System.Collections.Concurrent.ConcurrentBag`1 | IEnumerable[T] IReadOnlyCollection[T] ICollection \
    IEnumerable
    class System.Collections.Concurrent.ConcurrentDictionary`2 | IDictionary[TKey,TValue] \
    IReadOnlyDictionary[TKey,TValue] IDictionary ICollection IEnumerable
    class System.Collections.Concurrent.ConcurrentQueue`1 | IEnumerable[T] IReadOnlyCollection[T] ICollection \
    IEnumerable
    class System.Collections.Concurrent.ConcurrentStack`1 | IEnumerable[T] IReadOnlyCollection[T] ICollection \
    IEnumerable
    struct System.Collections.DictionaryEntry
    abstract System.Collections.Generic.Comparer`1 | IComparer IComparer[T]
    class System.Collections.Generic.Dictionary`2 | IDictionary[TKey,TValue] IReadOnlyDictionary[TKey,TValue] \
    IDictionary ICollection IEnumerable
    sealed System.Collections.Generic.Dictionary`2+KeyCollection | ICollection IEnumerable
    sealed System.Collections.Generic.Dictionary`2+ValueCollection | ICollection IEnumerable
    abstract System.Collections.Generic.EqualityComparer`1 | IEqualityComparer IEqualityComparer[T]
    class System.Collections.Generic.HashSet`1 | ISet[T] IReadOnlySet[T] ICollection[T] IEnumerable[T] \
    IReadOnlyCollection[T] IEnumerable
    interface System.Collections.Generic.ICollection`1 | IEnumerable[T] IEnumerable
    interface System.Collections.Generic.IComparer`1
    interface System.Collections.Generic.IDictionary`2 | IEnumerable
    interface System.Collections.Generic.IEnumerable`1 | IEnumerable
    interface System.Collections.Generic.IEnumerator`1 | IEnumerator IDisposable
    interface System.Collections.Generic.IEqualityComparer`1
    interface System.Collections.Generic.IList`1 | ICollection[T] IEnumerable[T] IEnumerable
    interface System.Collections.Generic.IReadOnlyCollection`1 | IEnumerable[T] IEnumerable
    interface System.Collections.Generic.IReadOnlyDictionary`2 | IEnumerable
    interface System.Collections.Generic.IReadOnlyList`1 | IReadOnlyCollection[T] IEnumerable[T] IEnumerable
    interface System.Collections.Generic.IReadOnlySet`1 | IReadOnlyCollection[T] IEnumerable[T] IEnumerable
    interface System.Collections.Generic.ISet`1 | ICollection[T] IEnumerable[T] IEnumerable
    static System.Collections.Generic.KeyValuePair
    struct System.Collections.Generic.KeyValuePair`2
    sealed System.Collections.Generic.LinkedListNode`1
    class System.Collections.Generic.LinkedList`1 | ICollection[T] IEnumerable[T] IReadOnlyCollection[T] \
    ICollection IEnumerable
    class System.Collections.Generic.List`1 | IList[T] ICollection[T] IEnumerable[T] IReadOnlyList[T] \
    IReadOnlyCollection[T] IList ICollection IEnumerable
    class System.Collections.Generic.OrderedDictionary`2 | IDictionary[TKey,TValue] IDictionary ICollection \
    IEnumerable
    class System.Collections.Generic.PriorityQueue`2
    class System.Collections.Generic.Queue`1 | IEnumerable[T] IReadOnlyCollection[T] ICollection IEnumerable
    class System.Collections.Generic.SortedDictionary`2 | IDictionary[TKey,TValue] \
    IReadOnlyDictionary[TKey,TValue] IDictionary ICollection IEnumerable
    class System.Collections.Generic.SortedList`2 | IDictionary[TKey,TValue] IReadOnlyDictionary[TKey,TValue] \
    IDictionary ICollection IEnumerable
    class System.Collections.Generic.SortedSet`1 | ISet[T] IReadOnlySet[T] ICollection[T] IEnumerable[T] \
    IReadOnlyCollection[T] ICollection IEnumerable
    class System.Collections.Generic.Stack`1 | IEnumerable[T] IReadOnlyCollection[T] ICollection IEnumerable
    class System.Collections.Hashtable | IDictionary ICollection IEnumerable ICloneable \
    System.Runtime.Serialization.ISerializable
    interface System.Collections.ICollection | IEnumerable
    interface System.Collections.IComparer
    interface System.Collections.IDictionary | ICollection IEnumerable
    interface System.Collections.IDictionaryEnumerator | IEnumerator
    interface System.Collections.IEnumerable
    interface System.Collections.IEnumerator
    interface System.Collections.IEqualityComparer
    interface System.Collections.IList | ICollection IEnumerable
    interface System.Collections.IStructuralComparable
    interface System.Collections.IStructuralEquatable
    class System.Collections.ObjectModel.Collection`1 | IList[T] ICollection[T] IEnumerable[T] IReadOnlyList[T] \
    IReadOnlyCollection[T] IList ICollection IEnumerable
    class System.Collections.ObjectModel.ObservableCollection`1 | IList[T] ICollection[T] IEnumerable[T] \
    IReadOnlyList[T] IReadOnlyCollection[T] IList ICollection IEnumerable
    class System.Collections.ObjectModel.ReadOnlyCollection`1 | IList[T] ICollection[T] IEnumerable[T] \
    IReadOnlyList[T] IReadOnlyCollection[T] IList ICollection IEnumerable
    class System.Collections.Queue | ICollection IEnumerable ICloneable
    class System.Collections.SortedList | IDictionary ICollection IEnumerable ICloneable
    class System.Collections.Specialized.HybridDictionary | IDictionary ICollection IEnumerable
    interface System.Collections.Specialized.IOrderedDictionary | IDictionary ICollection IEnumerable
    class System.Collections.Specialized.ListDictionary | IDictionary ICollection IEnumerable
    class System.Collections.Specialized.NameValueCollection | ICollection IEnumerable
    class System.Collections.Specialized.OrderedDictionary | IOrderedDictionary IDictionary ICollection IEnumerable
    class System.Collections.Specialized.StringCollection | IList ICollection IEnumerable
    class System.Collections.Specialized.StringDictionary | IEnumerable
    class System.Collections.Stack | ICollection IEnumerable ICloneable
    sealed System.Comparison`1 : System.MulticastDelegate
    class System.ComponentModel.CategoryAttribute : System.Attribute
    class System.ComponentModel.Component : System.MarshalByRefObject | IDisposable
    class System.ComponentModel.DescriptionAttribute : System.Attribute
    class System.ComponentModel.DisplayNameAttribute : System.Attribute
    class System.ComponentModel.TypeConverter
    static System.Console
    sealed System.ConsoleCancelEventHandler : System.MulticastDelegate
    struct System.ConsoleKeyInfo
    static System.Convert
    sealed System.Converter`2 : System.MulticastDelegate
    sealed System.DBNull | IConvertible
    class System.Data.DataRow
    class System.Data.DataTable : System.ComponentModel.MarshalByValueComponent | \
    System.ComponentModel.IComponent System.ComponentModel.IListSource System.ComponentModel.ISupportInitialize \
    System.ComponentModel.ISupportInitializeNotification IDisposable IServiceProvider \
    System.Runtime.Serialization.ISerializable System.Xml.Serialization.IXmlSerializable
    struct System.DateOnly | IComparable IFormattable
    struct System.DateTime | IComparable IConvertible IFormattable ISpanFormattable IComparable[datetime] \
    IEquatable[datetime] System.Runtime.Serialization.ISerializable
    struct System.DateTimeOffset | IComparable IFormattable
    struct System.Decimal | IComparable IConvertible IFormattable ISpanFormattable IComparable[decimal] \
    IEquatable[decimal]
    abstract System.Delegate | ICloneable System.Runtime.Serialization.ISerializable
    class System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute : System.Attribute
    class System.Diagnostics.CodeAnalysis.SuppressMessageAttribute : System.Attribute
    static System.Diagnostics.Debug
    class System.Diagnostics.FileVersionInfo
    class System.Diagnostics.Process : System.ComponentModel.Component
    class System.Diagnostics.ProcessModule : System.ComponentModel.Component
    sealed System.Diagnostics.ProcessStartInfo
    class System.Diagnostics.Stopwatch
    static System.Diagnostics.Trace
    struct System.Double | IComparable IConvertible IFormattable ISpanFormattable IComparable[double] \
    IEquatable[double]
    struct System.Drawing.Color
    struct System.Drawing.Point
    struct System.Drawing.Size
    class System.Dynamic.ExpandoObject | IEnumerable
    abstract System.Enum : System.ValueType | IComparable IConvertible IFormattable
    static System.Environment
    class System.EventArgs
    sealed System.EventHandler : System.MulticastDelegate
    sealed System.EventHandler`1 : System.MulticastDelegate
    class System.FlagsAttribute : System.Attribute
    sealed System.Func`1 : System.MulticastDelegate
    sealed System.Func`2 : System.MulticastDelegate
    sealed System.Func`3 : System.MulticastDelegate
    sealed System.Func`4 : System.MulticastDelegate
    sealed System.Func`5 : System.MulticastDelegate
    sealed System.Func`6 : System.MulticastDelegate
    static System.GC
    abstract System.Globalization.Calendar | ICloneable
    class System.Globalization.CompareInfo
    class System.Globalization.CultureInfo | IFormatProvider ICloneable
    sealed System.Globalization.DateTimeFormatInfo | IFormatProvider ICloneable
    class System.Globalization.GregorianCalendar : System.Globalization.Calendar
    static System.Globalization.ISOWeek
    sealed System.Globalization.NumberFormatInfo | IFormatProvider ICloneable
    class System.Globalization.StringInfo
    class System.Globalization.TextInfo | ICloneable
    struct System.Guid | IComparable IFormattable ISpanFormattable IComparable[guid] IEquatable[guid]
    struct System.Half | IComparable IFormattable
    interface System.IAsyncResult
    interface System.ICloneable
    interface System.IComparable
    interface System.IComparable`1
    interface System.IConvertible
    interface System.ICustomFormatter
    interface System.IDisposable
    interface System.IEquatable`1
    interface System.IFormatProvider
    interface System.IFormattable
    class System.IO.BinaryReader | IDisposable
    class System.IO.BinaryWriter | IDisposable
    class System.IO.BufferedStream : System.IO.Stream
    class System.IO.Compression.DeflateStream : System.IO.Stream | IAsyncDisposable IDisposable
    class System.IO.Compression.GZipStream : System.IO.Stream | IAsyncDisposable IDisposable
    class System.IO.Compression.ZipArchive | IAsyncDisposable IDisposable
    static System.IO.Compression.ZipFile
    static System.IO.Compression.ZipFileExtensions
    static System.IO.Directory
    sealed System.IO.DirectoryInfo : System.IO.FileSystemInfo
    sealed System.IO.DriveInfo
    static System.IO.File
    sealed System.IO.FileInfo : System.IO.FileSystemInfo
    class System.IO.FileStream : System.IO.Stream
    sealed System.IO.FileSystemEventHandler : System.MulticastDelegate
    abstract System.IO.FileSystemInfo : System.MarshalByRefObject | System.Runtime.Serialization.ISerializable
    class System.IO.FileSystemWatcher : System.ComponentModel.Component | System.ComponentModel.IComponent \
    System.ComponentModel.ISupportInitialize IDisposable
    class System.IO.MemoryStream : System.IO.Stream
    static System.IO.Path
    abstract System.IO.Stream : System.MarshalByRefObject | IDisposable
    class System.IO.StreamReader : System.IO.TextReader
    class System.IO.StreamWriter : System.IO.TextWriter
    class System.IO.StringReader : System.IO.TextReader
    class System.IO.StringWriter : System.IO.TextWriter
    abstract System.IO.TextReader : System.MarshalByRefObject | IDisposable
    abstract System.IO.TextWriter : System.MarshalByRefObject | IDisposable
    class System.IO.TextWriter+NullTextWriter : System.IO.TextWriter
    interface System.IObservable`1
    interface System.IObserver`1
    interface System.IProgress`1
    interface System.IServiceProvider
    interface System.ISpanFormattable | IFormattable
    struct System.Index
    struct System.Int128 | IComparable IFormattable
    struct System.Int16 | IComparable IConvertible IFormattable ISpanFormattable
    struct System.Int32 | IComparable IConvertible IFormattable ISpanFormattable IComparable[int] IEquatable[int]
    struct System.Int64 | IComparable IConvertible IFormattable ISpanFormattable IComparable[long] IEquatable[long]
    struct System.IntPtr | IFormattable
    class System.Lazy`1
    static System.Linq.Enumerable
    class System.MarshalByRefObject
    static System.Math
    static System.MathF
    abstract System.MulticastDelegate : System.Delegate
    class System.Net.Cookie
    static System.Net.Dns
    class System.Net.Http.Headers.ContentDispositionHeaderValue | ICloneable
    class System.Net.Http.Headers.MediaTypeHeaderValue | ICloneable
    class System.Net.Http.HttpClient : System.Net.Http.HttpMessageInvoker | IDisposable
    class System.Net.Http.HttpClientHandler : System.Net.Http.HttpMessageHandler | IDisposable
    struct System.Net.Http.HttpMethod
    class System.Net.Http.HttpRequestMessage | IDisposable
    class System.Net.Http.HttpResponseMessage | IDisposable
    class System.Net.Http.MultipartFormDataContent : System.Net.Http.MultipartContent | IEnumerable IDisposable
    class System.Net.Http.StreamContent : System.Net.Http.HttpContent | IDisposable
    class System.Net.Http.StringContent : System.Net.Http.ByteArrayContent | IDisposable
    class System.Net.HttpListener | IDisposable
    class System.Net.HttpWebResponse : System.Net.WebResponse | IDisposable \
    System.Runtime.Serialization.ISerializable
    class System.Net.IPAddress
    class System.Net.IPEndPoint
    class System.Net.Mail.MailAddress
    class System.Net.NetworkCredential
    class System.Net.NetworkInformation.PhysicalAddress
    sealed System.Net.Security.RemoteCertificateValidationCallback : System.MulticastDelegate
    class System.Net.ServicePointManager
    class System.Net.Sockets.TcpClient | IDisposable
    class System.Net.WebClient : System.ComponentModel.Component | System.ComponentModel.IComponent IDisposable
    class System.Net.WebProxy | System.Net.IWebProxy System.Runtime.Serialization.ISerializable
    class System.Net.WebRequest : System.MarshalByRefObject | System.Runtime.Serialization.ISerializable
    static System.Net.WebUtility
    static System.Nullable
    struct System.Nullable`1
    struct System.Numerics.BigInteger | IComparable IFormattable ISpanFormattable
    static System.Numerics.BitOperations
    struct System.Numerics.Complex | IFormattable
    struct System.Numerics.Vector2
    class System.ObsoleteAttribute : System.Attribute
    class System.OperatingSystem | ICloneable
    sealed System.Predicate`1 : System.MulticastDelegate
    class System.Progress`1
    class System.Random
    struct System.Range
    class System.Reflection.Assembly
    class System.Reflection.AssemblyMetadataAttribute : System.Attribute
    class System.Reflection.AssemblyName | ICloneable
    abstract System.Reflection.ConstructorInfo : System.Reflection.MethodBase
    abstract System.Reflection.FieldInfo : System.Reflection.MemberInfo
    abstract System.Reflection.MethodBase : System.Reflection.MemberInfo
    abstract System.Reflection.MethodInfo : System.Reflection.MethodBase
    class System.Reflection.ParameterInfo
    abstract System.Reflection.PropertyInfo : System.Reflection.MemberInfo
    sealed System.ResolveEventHandler : System.MulticastDelegate
    static System.Runtime.InteropServices.Marshal
    struct System.Runtime.InteropServices.OSPlatform
    static System.Runtime.InteropServices.RuntimeEnvironment
    static System.Runtime.InteropServices.RuntimeInformation
    class System.Runtime.Loader.AssemblyLoadContext
    class System.Runtime.Serialization.Formatters.Binary.BinaryFormatter | System.Runtime.Serialization.IFormatter
    interface System.Runtime.Serialization.ISerializable
    struct System.SByte | IComparable IConvertible IFormattable ISpanFormattable
    class System.Security.AccessControl.FileSystemAccessRule : System.Security.AccessControl.AccessRule
    abstract System.Security.Cryptography.HMAC : System.Security.Cryptography.KeyedHashAlgorithm
    class System.Security.Cryptography.HMACMD5 : System.Security.Cryptography.HMAC
    class System.Security.Cryptography.HMACSHA1 : System.Security.Cryptography.HMAC
    class System.Security.Cryptography.HMACSHA256 : System.Security.Cryptography.HMAC
    class System.Security.Cryptography.HMACSHA384 : System.Security.Cryptography.HMAC
    class System.Security.Cryptography.HMACSHA512 : System.Security.Cryptography.HMAC
    abstract System.Security.Cryptography.HashAlgorithm | IDisposable
    struct System.Security.Cryptography.HashAlgorithmName
    abstract System.Security.Cryptography.KeyedHashAlgorithm : System.Security.Cryptography.HashAlgorithm
    abstract System.Security.Cryptography.MD5 : System.Security.Cryptography.HashAlgorithm
    class System.Security.Cryptography.MD5CryptoServiceProvider : System.Security.Cryptography.MD5
    class System.Security.Cryptography.RNGCryptoServiceProvider : System.Security.Cryptography.RandomNumberGenerator
    class System.Security.Cryptography.RSA : System.Security.Cryptography.AsymmetricAlgorithm | IDisposable
    class System.Security.Cryptography.RSASignaturePadding
    abstract System.Security.Cryptography.RandomNumberGenerator | IDisposable
    abstract System.Security.Cryptography.SHA1 : System.Security.Cryptography.HashAlgorithm
    class System.Security.Cryptography.SHA1CryptoServiceProvider : System.Security.Cryptography.SHA1
    abstract System.Security.Cryptography.SHA256 : System.Security.Cryptography.HashAlgorithm
    class System.Security.Cryptography.SHA256CryptoServiceProvider : System.Security.Cryptography.SHA256
    class System.Security.Cryptography.SHA256Managed : System.Security.Cryptography.SHA256
    abstract System.Security.Cryptography.SHA384 : System.Security.Cryptography.HashAlgorithm
    abstract System.Security.Cryptography.SHA512 : System.Security.Cryptography.HashAlgorithm
    class System.Security.Cryptography.SHA512Managed : System.Security.Cryptography.SHA512
    class System.Security.Cryptography.X509Certificates.X509Certificate | IDisposable \
    System.Runtime.Serialization.ISerializable
    class System.Security.Cryptography.X509Certificates.X509Certificate2 : \
    System.Security.Cryptography.X509Certificates.X509Certificate | IDisposable \
    System.Runtime.Serialization.ISerializable
    class System.Security.Cryptography.X509Certificates.X509Chain | IDisposable
    class System.Security.Cryptography.X509Certificates.X509Store | IDisposable
    class System.Security.Principal.NTAccount : System.Security.Principal.IdentityReference
    class System.Security.Principal.SecurityIdentifier : System.Security.Principal.IdentityReference
    class System.Security.Principal.WindowsIdentity : System.Security.Claims.ClaimsIdentity | IDisposable \
    System.Runtime.Serialization.ISerializable System.Security.Principal.IIdentity
    class System.Security.Principal.WindowsPrincipal : System.Security.Claims.ClaimsPrincipal | \
    System.Security.Principal.IPrincipal
    sealed System.Security.SecureString | IDisposable
    class System.Security.SecurityElement
    class System.SerializableAttribute : System.Attribute
    struct System.Single | IComparable IConvertible IFormattable ISpanFormattable IComparable[single] \
    IEquatable[single]
    class System.String | IComparable ICloneable IConvertible System.Collections.Generic.IEnumerable[char] \
    IEnumerable IComparable[string] IEquatable[string]
    abstract System.StringComparer | IComparer IEqualityComparer System.Collections.Generic.IComparer[string] \
    System.Collections.Generic.IEqualityComparer[string]
    class System.Text.ASCIIEncoding : System.Text.Encoding
    class System.Text.ASCIIEncoding+ASCIIEncodingSealed : System.Text.ASCIIEncoding
    abstract System.Text.Encoding | ICloneable
    class System.Text.Latin1Encoding : System.Text.Encoding
    class System.Text.Latin1Encoding+Latin1EncodingSealed : System.Text.Latin1Encoding
    class System.Text.RegularExpressions.Capture
    class System.Text.RegularExpressions.CaptureCollection | IList ICollection IEnumerable
    class System.Text.RegularExpressions.Group : System.Text.RegularExpressions.Capture
    class System.Text.RegularExpressions.GroupCollection | IList ICollection IEnumerable
    class System.Text.RegularExpressions.Match : System.Text.RegularExpressions.Group
    class System.Text.RegularExpressions.MatchCollection | IList ICollection IEnumerable
    sealed System.Text.RegularExpressions.MatchEvaluator : System.MulticastDelegate
    class System.Text.RegularExpressions.Regex | System.Runtime.Serialization.ISerializable
    sealed System.Text.StringBuilder | System.Runtime.Serialization.ISerializable
    class System.Text.UTF32Encoding : System.Text.Encoding
    class System.Text.UTF7Encoding : System.Text.Encoding
    class System.Text.UTF8Encoding : System.Text.Encoding
    class System.Text.UTF8Encoding+UTF8EncodingSealed : System.Text.UTF8Encoding
    class System.Text.UnicodeEncoding : System.Text.Encoding
    class System.Threading.AutoResetEvent : System.Threading.EventWaitHandle
    struct System.Threading.CancellationToken
    class System.Threading.CancellationTokenSource | IDisposable
    class System.Threading.EventWaitHandle : System.Threading.WaitHandle
    static System.Threading.Interlocked
    class System.Threading.ManualResetEvent : System.Threading.EventWaitHandle
    static System.Threading.Monitor
    sealed System.Threading.Mutex : System.Threading.WaitHandle
    sealed System.Threading.ParameterizedThreadStart : System.MulticastDelegate
    class System.Threading.SemaphoreSlim | IDisposable
    class System.Threading.Tasks.Task | IAsyncResult IDisposable
    class System.Threading.Tasks.Task`1 : System.Threading.Tasks.Task
    sealed System.Threading.Thread
    sealed System.Threading.ThreadStart : System.MulticastDelegate
    sealed System.Threading.TimerCallback : System.MulticastDelegate
    static System.Threading.Volatile
    sealed System.Threading.WaitCallback : System.MulticastDelegate
    abstract System.Threading.WaitHandle : System.MarshalByRefObject | IDisposable
    struct System.TimeOnly | IComparable IFormattable
    struct System.TimeSpan | IComparable IFormattable ISpanFormattable IComparable[timespan] IEquatable[timespan]
    sealed System.TimeZoneInfo
    sealed System.Timers.ElapsedEventHandler : System.MulticastDelegate
    class System.Timers.Timer : System.ComponentModel.Component
    static System.Tuple
    class System.Tuple`1 | IStructuralComparable IStructuralEquatable IComparable
    class System.Tuple`2 | IStructuralComparable IStructuralEquatable IComparable
    class System.Tuple`3 | IStructuralComparable IStructuralEquatable IComparable
    class System.Tuple`4 | IStructuralComparable IStructuralEquatable IComparable
    class System.Tuple`5 | IStructuralComparable IStructuralEquatable IComparable
    class System.Tuple`6 | IStructuralComparable IStructuralEquatable IComparable
    class System.Tuple`7 | IStructuralComparable IStructuralEquatable IComparable
    class System.Type : System.Reflection.MemberInfo | System.Reflection.ICustomAttributeProvider \
    System.Reflection.IReflect
    struct System.UInt128 | IComparable IFormattable
    struct System.UInt16 | IComparable IConvertible IFormattable ISpanFormattable
    struct System.UInt32 | IComparable IConvertible IFormattable ISpanFormattable
    struct System.UInt64 | IComparable IConvertible IFormattable ISpanFormattable
    struct System.UIntPtr | IFormattable
    sealed System.UnhandledExceptionEventHandler : System.MulticastDelegate
    class System.Uri | System.Runtime.Serialization.ISerializable IFormattable
    class System.UriBuilder
    struct System.ValueTuple
    struct System.ValueTuple`1 | IComparable
    struct System.ValueTuple`2 | IComparable
    struct System.ValueTuple`3 | IComparable
    struct System.ValueTuple`4 | IComparable
    struct System.ValueTuple`5 | IComparable
    struct System.ValueTuple`6 | IComparable
    struct System.ValueTuple`7 | IComparable
    abstract System.ValueType
    sealed System.Version | ICloneable IComparable IComparable[version] IEquatable[version] IFormattable
    struct System.Void
    class System.WeakReference
    static System.Web.HttpUtility
    class System.Xml.XmlConvert
    class System.Xml.XmlDocument : System.Xml.XmlNode | IEnumerable ICloneable System.Xml.XPath.IXPathNavigable
    class System.Xml.XmlElement : System.Xml.XmlLinkedNode | IEnumerable ICloneable System.Xml.XPath.IXPathNavigable
    abstract System.Xml.XmlNameTable
    class System.Xml.XmlNamespaceManager | IEnumerable System.Xml.IXmlNamespaceResolver
    abstract System.Xml.XmlNode | ICloneable IEnumerable
    class System.Xml.XmlNodeReader : System.Xml.XmlReader | IDisposable System.Xml.IXmlNamespaceResolver
    class System.Xml.XmlReader | IDisposable
    class System.Xml.XmlReaderSettings
    abstract System.Xml.XmlWriter | IDisposable
    class System.Xml.XmlWriterSettings
    """
}
