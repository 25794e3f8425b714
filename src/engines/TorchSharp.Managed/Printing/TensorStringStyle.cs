namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device without the elements.</summary>
    Metadata = 0,

    /// <summary>Matrices with aligned columns, as Julia prints them.</summary>
    Julia = 1,

    /// <summary>Nested brackets, as NumPy prints them.</summary>
    Numpy = 2,

    /// <summary>An array expression of C#.</summary>
    CSharp = 3,

    /// <summary>The usual style: <see cref="Julia"/>.</summary>
    Default = 4,
}
