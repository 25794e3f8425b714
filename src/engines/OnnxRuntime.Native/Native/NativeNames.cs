using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A list of names in native memory, for calls that take an array of strings.</summary>
internal sealed unsafe class NativeNames : IDisposable
{
    private readonly byte** _names;
    private readonly int _count;

    public NativeNames(IReadOnlyCollection<string> names)
    {
        _names = (byte**)NativeMemory.AllocZeroed((nuint)Math.Max(names.Count, 1), (nuint)sizeof(byte*));
        foreach (string name in names)
        {
            _names[_count++] = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        }
    }

    public byte** Pointer => _names;

    public void Dispose()
    {
        for (int i = 0; i < _count; i++)
        {
            Marshal.FreeCoTaskMem((nint)_names[i]);
        }

        NativeMemory.Free(_names);
    }
}
