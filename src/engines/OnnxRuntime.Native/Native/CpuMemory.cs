namespace Microsoft.ML.OnnxRuntime;

/// <summary>The native description of ordinary memory, made once.</summary>
internal static unsafe class CpuMemory
{
    private const int ArenaAllocator = 1;
    private const int DefaultMemory = 0;

    private static readonly Lazy<OrtHandle> _info = new(Create);

    public static OrtHandle Info => _info.Value;

    private static OrtHandle Create()
    {
        OrtApi api = OrtApi.Instance;
        nint info;
        api.Check(((delegate* unmanaged<int, int, nint*, nint>)api[OrtSlot.CreateCpuMemoryInfo])(ArenaAllocator, DefaultMemory, &info));
        return new OrtHandle(info, OrtSlot.ReleaseMemoryInfo);
    }
}
