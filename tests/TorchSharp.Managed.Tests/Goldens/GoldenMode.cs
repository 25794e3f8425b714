namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>How a case is run: in which precision, and on what layout of memory.</summary>
public enum GoldenMode
{
    /// <summary>Single precision, contiguous inputs.</summary>
    Single,

    /// <summary>Double precision, contiguous inputs.</summary>
    Double,

    /// <summary>Double precision; every input is a strided view of another tensor, and the gradient goes through the view.</summary>
    Strided,
}
