namespace TorchSharp;

/// <summary>The kinds of <see cref="TensorIndex"/>. The default is a new dimension, as for <c>default(TensorIndex)</c>.</summary>
internal enum IndexKind
{
    NewDimension,
    Ellipsis,
    Single,
    Bool,
    Slice,
    Tensor,
}
