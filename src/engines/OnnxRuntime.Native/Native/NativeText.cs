using System.Runtime.InteropServices;
using System.Text;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Text as the native library takes and gives it: zero-terminated.</summary>
internal static unsafe class NativeText
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    /// <summary>A path: UTF-16 on Windows, UTF-8 elsewhere.</summary>
    public static byte[] Path(string path) => OperatingSystem.IsWindows() ? Encoding.Unicode.GetBytes(path + '\0') : Utf8(path);

    public static string? Read(byte* text) => Marshal.PtrToStringUTF8((nint)text);
}
