namespace TorchSharp;

/// <summary>How a convolution is padded, in a word.</summary>
public enum Padding
{
    /// <summary>Not at all.</summary>
    Valid = 0,

    /// <summary>So that the output is as large as the input.</summary>
    Same = 1,
}
