using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Keeps a native object alive while it is used, even when another thread disposes its owner.</summary>
internal readonly struct HandleLease : IDisposable
{
    private readonly SafeHandle _owner;

    public HandleLease(SafeHandle owner)
    {
        bool added = false;
        owner.DangerousAddRef(ref added);
        _owner = owner;
    }

    public nint Value => _owner.DangerousGetHandle();

    public void Dispose() => _owner.DangerousRelease();
}
