using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>A call of a module that is no class of the user's.</summary>
/// <param name="Module">The module.</param>
/// <param name="Name">Its path in the model, or its class's name where it is not registered.</param>
/// <param name="IsRegistered">Whether the model knows it, so that its modes and weights follow the model's.</param>
/// <param name="Arguments">What it was given.</param>
/// <param name="Result">What it returned.</param>
internal sealed record ModuleCall(nn.Module Module, string Name, bool IsRegistered, object?[] Arguments, object? Result)
{
    /// <summary>The tensor it works on.</summary>
    public Tensor Input => Arguments is [Tensor input, ..] ? input : throw new UnfollowedException("its first argument is no tensor");
}
