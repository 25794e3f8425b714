namespace TorchSharp;

/// <summary>PyTorch's top-level functions, constants and nested types.</summary>
public static partial class torch
{
}
