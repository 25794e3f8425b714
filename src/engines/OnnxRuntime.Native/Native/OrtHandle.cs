using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Owns a native object and releases it by its own function.</summary>
internal sealed class OrtHandle : SafeHandle
{
    private readonly OrtSlot _release;

    public OrtHandle(nint handle, OrtSlot release)
        : base(0, ownsHandle: true)
    {
        _release = release;
        SetHandle(handle);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>The native object, kept alive until the lease ends.</summary>
    /// <exception cref="ObjectDisposedException">It is released already.</exception>
    public HandleLease Lease() => new(this);

    protected override bool ReleaseHandle()
    {
        OrtApi.Instance.Release(_release, handle);
        return true;
    }
}
