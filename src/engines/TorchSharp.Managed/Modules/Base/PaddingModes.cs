namespace TorchSharp;

/// <summary>What is put around a tensor.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The tensor mirrored at its edge, the edge itself left out.</summary>
    Reflect = 1,

    /// <summary>The edge, again and again.</summary>
    Replicate = 2,

    /// <summary>The tensor's other end.</summary>
    Circular = 3,

    /// <summary>One number.</summary>
    Constant = 4,
}
