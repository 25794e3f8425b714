namespace TorchSharp;

/// <summary>Where a view comes from. Holds one handle to the base.</summary>
/// <param name="base">The tensor that is not itself a view.</param>
/// <param name="version">The storage's version when the view's history was last brought up to date.</param>
internal sealed class ViewInfo(TensorImpl @base, int version)
{
    internal TensorImpl Base { get; } = @base;

    internal int Version { get; set; } = version;
}
