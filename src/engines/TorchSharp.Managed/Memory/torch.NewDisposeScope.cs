namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a dispose scope: tensors made on this thread from now on belong to it.</summary>
    /// <returns>The scope; dispose it to dispose them.</returns>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.NewDisposeScope();
}
