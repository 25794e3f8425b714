using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The native library's function table. Every call that can fail is checked here, once for each shape of signature.</summary>
internal sealed unsafe class OrtApi
{
    /// <summary>The version of the table that is asked for; every library from 1.21 on has it.</summary>
    private const uint Version = 21;

    private static readonly Lazy<OrtApi> _instance = new(static () => new OrtApi(NativeLibraryFile.Load()));

    private readonly void** _table;

    private OrtApi(nint library)
    {
        var getBase = (delegate* unmanaged<ApiBase*>)NativeLibrary.GetExport(library, "OrtGetApiBase");
        ApiBase* apiBase = getBase();
        VersionString = NativeText.Read(apiBase->GetVersionString()) ?? "";
        _table = apiBase->GetApi(Version);
        if (_table is null)
        {
            throw new DllNotFoundException($"The ONNX Runtime library found is version {VersionString}; 1.{Version} or newer is needed.");
        }
    }

    public static OrtApi Instance => _instance.Value;

    /// <summary>The library's version, such as 1.30.0.</summary>
    public string VersionString { get; }

    /// <summary>The table's entry, for signatures that have no method here.</summary>
    public void* this[OrtSlot slot] => _table[(int)slot];

    /// <summary>Throws when a call reported an error, and frees the report.</summary>
    public void Check(nint status)
    {
        if (status == 0)
        {
            return;
        }

        int code = ((delegate* unmanaged<nint, int>)this[OrtSlot.GetErrorCode])(status);
        string message = NativeText.Read(((delegate* unmanaged<nint, byte*>)this[OrtSlot.GetErrorMessage])(status)) ?? "";
        Release(OrtSlot.ReleaseStatus, status);
        throw new OnnxRuntimeException((ErrorCode)code, message);
    }

    public void Release(OrtSlot slot, nint handle) => ((delegate* unmanaged<nint, void>)this[slot])(handle);

    /// <summary>A call that makes something from nothing: <c>f(out)</c>.</summary>
    public nint Make(OrtSlot slot)
    {
        nint made;
        Check(((delegate* unmanaged<nint*, nint>)this[slot])(&made));
        return made;
    }

    /// <summary>A call that asks something for something: <c>f(from, out)</c>.</summary>
    public nint Make(OrtSlot slot, nint from)
    {
        nint made;
        Check(((delegate* unmanaged<nint, nint*, nint>)this[slot])(from, &made));
        return made;
    }

    /// <summary>A call that asks for the part with a number: <c>f(from, index, out)</c>.</summary>
    public nint Make(OrtSlot slot, nint from, nuint index)
    {
        nint made;
        Check(((delegate* unmanaged<nint, nuint, nint*, nint>)this[slot])(from, index, &made));
        return made;
    }

    /// <summary>A call that asks for an enumeration's value: <c>f(from, out)</c>.</summary>
    public int GetInt(OrtSlot slot, nint from)
    {
        int value;
        Check(((delegate* unmanaged<nint, int*, nint>)this[slot])(from, &value));
        return value;
    }

    /// <summary>A call that changes something: <c>f(target)</c>.</summary>
    public void Set(OrtSlot slot, nint target) => Check(((delegate* unmanaged<nint, nint>)this[slot])(target));

    /// <summary>A call that sets a number: <c>f(target, value)</c>.</summary>
    public void Set(OrtSlot slot, nint target, int value) => Check(((delegate* unmanaged<nint, int, nint>)this[slot])(target, value));

    /// <summary>A call that sets a path, in the platform's encoding.</summary>
    public void SetPath(OrtSlot slot, nint target, string path)
    {
        fixed (byte* text = NativeText.Path(path))
        {
            Check(((delegate* unmanaged<nint, byte*, nint>)this[slot])(target, text));
        }
    }

    /// <summary>A call that returns text of the default allocator's, which is freed: <c>f(from, allocator, out)</c>.</summary>
    public string TakeText(OrtSlot slot, nint from)
    {
        nint allocator = Make(OrtSlot.GetAllocatorWithDefaultOptions);
        byte* text;
        Check(((delegate* unmanaged<nint, nint, byte**, nint>)this[slot])(from, allocator, &text));
        return TakeText(allocator, text) ?? "";
    }

    /// <summary>As above, for the part with a number: <c>f(from, index, allocator, out)</c>.</summary>
    public string TakeText(OrtSlot slot, nint from, nuint index)
    {
        nint allocator = Make(OrtSlot.GetAllocatorWithDefaultOptions);
        byte* text;
        Check(((delegate* unmanaged<nint, nuint, nint, byte**, nint>)this[slot])(from, index, allocator, &text));
        return TakeText(allocator, text) ?? "";
    }

    /// <summary>Reads text and gives it back to the allocator; null stays null.</summary>
    public string? TakeText(nint allocator, byte* text)
    {
        if (text is null)
        {
            return null;
        }

        string value = NativeText.Read(text)!;
        Free(allocator, text);
        return value;
    }

    public void Free(nint allocator, void* memory) => Check(((delegate* unmanaged<nint, void*, nint>)this[OrtSlot.AllocatorFree])(allocator, memory));

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ApiBase
    {
        public readonly delegate* unmanaged<uint, void**> GetApi;
        public readonly delegate* unmanaged<byte*> GetVersionString;
    }
}
