using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>One way to write an operation: the contract's member, and a call of it.</summary>
internal sealed record Spelling(string Member, Func<GoldenCall, Tensor[]> Run);
